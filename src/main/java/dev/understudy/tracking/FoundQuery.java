package dev.understudy.tracking;

import org.jspecify.annotations.Nullable;

import dev.understudy.shell.Page;

/**
 * Which found experiments to list. What is left out does not narrow the list.
 *
 * @param target name of a target
 * @param owner whose they are
 * @param pageSize items on a page, 1 to {@link Page#MAX_SIZE}
 * @param pageToken where to go on, from the page before; bound to all of the above
 */
public record FoundQuery(@Nullable String target, @Nullable Owner owner, int pageSize, @Nullable String pageToken) {

	public FoundQuery {
		target = blankToNull(target);
		pageToken = blankToNull(pageToken);
		if (pageSize < 1 || pageSize > Page.MAX_SIZE) {
			throw new IllegalArgumentException("A page has 1 to %d items".formatted(Page.MAX_SIZE));
		}
	}

	/** Tells lists apart that a token of one must not be used for another of. */
	String fingerprint() {
		return "found/%s/%s".formatted((this.target != null) ? this.target : "",
				(this.owner != null) ? this.owner.id() : "");
	}

	private static @Nullable String blankToNull(@Nullable String value) {
		// No stored text has a NUL, and PostgreSQL refuses to look for one.
		return (value == null || value.isBlank()) ? null : value.strip().replace('\0', '\uFFFD');
	}

}
