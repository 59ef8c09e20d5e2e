package dev.understudy.exchange.web;

import org.jspecify.annotations.Nullable;

import dev.understudy.exchange.Notation;

/**
 * What is to be imported, as a browser sends it.
 *
 * @param target name of the target it is for
 * @param format id of a notation; anything else is to be told by the text
 * @param text the text
 * @param name name of the experiment in SageMaker that is to be copied instead
 */
record ImportForm(@Nullable String target, @Nullable String format, @Nullable String text, @Nullable String name) {

	static ImportForm empty(@Nullable String target) {
		return new ImportForm(target, null, null, null);
	}

	ImportForm withText(String text) {
		return new ImportForm(this.target, this.format, text, this.name);
	}

	String content() {
		return (this.text != null) ? this.text : "";
	}

	@Nullable Notation notation() {
		return Notation.of((this.format != null) ? this.format : "").orElse(null);
	}

	@Nullable String targetOrNull() {
		return isBlank(this.target) ? null : this.target;
	}

	boolean isNameless() {
		return isBlank(this.name);
	}

	private static boolean isBlank(@Nullable String text) {
		return text == null || text.isBlank();
	}

}
