package dev.understudy.experiment.web;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Text as forms send it. */
final class Texts {

	private Texts() {
	}

	static boolean isBlank(@Nullable String text) {
		return text == null || text.isBlank();
	}

	static boolean areBlank(@Nullable String... texts) {
		return Stream.of(texts).allMatch(Texts::isBlank);
	}

	static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

	static @Nullable String orNull(String text) {
		return text.isEmpty() ? null : text;
	}

}
