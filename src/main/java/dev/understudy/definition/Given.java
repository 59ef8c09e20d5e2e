package dev.understudy.definition;

import tools.jackson.databind.JsonNode;

/**
 * Tells a person what was given: short, on one line, and with nothing invisible in it.
 */
final class Given {

	private static final int LONGEST = 60;

	private Given() {
	}

	static String of(JsonNode value) {
		if (value.isString()) {
			return of(value.stringValue());
		}
		if (value.isArray()) {
			return FindingLanguage.word(value.isEmpty() ? "empty-list" : "list");
		}
		return value.isObject() ? FindingLanguage.word("object") : shorten(value.toString(), LONGEST);
	}

	static String of(String text) {
		return text.isEmpty() ? FindingLanguage.word("empty-text") : '"' + shorten(text, LONGEST - 2) + '"';
	}

	/**
	 * The beginning of a text, with an escape for what does not print.
	 */
	static String shorten(String text, int longest) {
		StringBuilder shown = new StringBuilder();
		for (int i = 0; i < text.length();) {
			int character = text.codePointAt(i);
			i += Character.charCount(character);
			String next = visible(character);
			if (shown.length() + next.length() > longest - ((i < text.length()) ? 1 : 0)) {
				return shown.append('…').toString();
			}
			shown.append(next);
		}
		return shown.toString();
	}

	private static String visible(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED, Character.PRIVATE_USE ->
				"\\u%04x".formatted(character);
			default -> Character.toString(character);
		};
	}

}
