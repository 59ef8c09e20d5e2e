package dev.understudy.experiment.web;

import org.jspecify.annotations.Nullable;

/**
 * A name typed by somebody who knows what they do.
 *
 * @param confirmation the name as typed
 */
record Confirmation(@Nullable String confirmation) {

	boolean names(@Nullable String expected) {
		return this.confirmation != null && this.confirmation.strip().equals(expected);
	}

}
