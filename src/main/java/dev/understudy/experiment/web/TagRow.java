package dev.understudy.experiment.web;

import org.jspecify.annotations.Nullable;

/**
 * One tag as the form has it.
 *
 * @param origin its place in the stored list; blank for a new one
 * @param key the tag's key
 * @param value the tag's value
 */
record TagRow(@Nullable String origin, @Nullable String key, @Nullable String value) {

	static final TagRow BLANK = new TagRow(null, null, null);

	public boolean isBlank() {
		return Texts.areBlank(this.key, this.value);
	}

}
