package dev.understudy.tracking.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import dev.understudy.shell.Page;
import dev.understudy.tracking.FoundQuery;
import dev.understudy.tracking.Owner;

/**
 * What narrows the list down, as the address says it. Blank is not said.
 *
 * @param target name of a target
 * @param owner whose they are
 * @param pageToken where to go on
 */
record FoundFilter(@Nullable String target, @Nullable String owner, @Nullable String pageToken) {

	FoundQuery query() {
		try {
			return new FoundQuery(this.target, said(this.owner) ? Owner.of(String.valueOf(this.owner)) : null,
					Page.DEFAULT_SIZE, this.pageToken);
		}
		catch (IllegalArgumentException ex) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, ex.getMessage(), ex);
		}
	}

	/** Whether anything is left out of the list that would else be in it. */
	boolean isNarrow() {
		return said(this.target) || said(this.owner);
	}

	private static boolean said(@Nullable String value) {
		return value != null && !value.isBlank();
	}

}
