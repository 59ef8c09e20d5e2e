package dev.understudy.experiment;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.understudy.shell.Page;

/**
 * Which experiments to list. What is left out does not narrow the list; without phases
 * the discarded ones are left out.
 *
 * @param phases any of these
 * @param statuses any of these statuses of SageMaker, as SageMaker spells them
 * @param endpoint exactly this endpoint
 * @param owner exactly this user
 * @param tag a tag's key, or key=value
 * @param label exactly this label, in any case
 * @param text a part of the name, endpoint, description or id, in any case
 * @param sort the order
 * @param pageSize items on a page, 1 to {@link Page#MAX_SIZE}
 * @param pageToken where to go on, from the page before; bound to all of the above
 */
public record ExperimentQuery(List<Phase> phases, List<String> statuses, @Nullable String endpoint,
		@Nullable String owner, @Nullable String tag, @Nullable String label, @Nullable String text, Sort sort,
		int pageSize, @Nullable String pageToken) {

	/** Every experiment that was not discarded, last changed first. */
	public static final ExperimentQuery ALL = new ExperimentQuery(List.of(), List.of(), null, null, null, null, null,
			Sort.UPDATED_DESC, Page.DEFAULT_SIZE, null);

	public ExperimentQuery {
		phases = phases.stream().distinct().sorted().toList();
		statuses = statuses.stream().distinct().sorted().toList();
		endpoint = blankToNull(endpoint);
		owner = blankToNull(owner);
		tag = blankToNull(tag);
		label = blankToNull(label);
		text = blankToNull(text);
		pageToken = blankToNull(pageToken);
		if (pageSize < 1 || pageSize > Page.MAX_SIZE) {
			throw new IllegalArgumentException("A page has 1 to %d items".formatted(Page.MAX_SIZE));
		}
	}

	/**
	 * The same in these phases only.
	 * @param wanted the phases
	 * @return another query
	 */
	public ExperimentQuery in(Collection<Phase> wanted) {
		return new ExperimentQuery(List.copyOf(wanted), this.statuses, this.endpoint, this.owner, this.tag, this.label,
				this.text, this.sort, this.pageSize, this.pageToken);
	}

	/**
	 * The same from another position.
	 * @param token where to go on
	 * @return another query
	 */
	public ExperimentQuery from(@Nullable String token) {
		return new ExperimentQuery(this.phases, this.statuses, this.endpoint, this.owner, this.tag, this.label,
				this.text, this.sort, this.pageSize, token);
	}

	/**
	 * The same with a part of a text only, as many as that.
	 * @param part a part of the name, endpoint, description or id, in any case
	 * @param size items on a page, 1 to {@link Page#MAX_SIZE}
	 * @return another query
	 */
	ExperimentQuery about(String part, int size) {
		return new ExperimentQuery(this.phases, this.statuses, this.endpoint, this.owner, this.tag, this.label, part,
				this.sort, size, this.pageToken);
	}

	/**
	 * Tells lists apart that a token of one must not be used for another of.
	 */
	String fingerprint() {
		return Integer.toHexString(List.of(this.phases.toString(), this.statuses, text(this.endpoint), text(this.owner),
				text(this.tag), text(this.label), text(this.text), this.sort.id())
			.hashCode());
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

	private static @Nullable String blankToNull(@Nullable String value) {
		// No stored text has a NUL, and PostgreSQL refuses to look for one.
		return (value == null || value.isBlank()) ? null : value.strip().replace('\0', '\uFFFD');
	}

}
