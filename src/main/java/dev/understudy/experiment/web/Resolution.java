package dev.understudy.experiment.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** How somebody chose between two edits: for all fields at once, or for each. */
final class Resolution {

	/** Begins the name of a choice; the pointer follows. */
	static final String SIDE = "side:";

	private static final String THEIRS = "theirs";

	private final HttpServletRequest request;

	private final @Nullable String all;

	Resolution(HttpServletRequest request) {
		this.request = request;
		this.all = request.getParameter("all");
	}

	boolean isTheirs(String pointer) {
		return THEIRS.equals((this.all != null) ? this.all : this.request.getParameter(SIDE + pointer));
	}

}
