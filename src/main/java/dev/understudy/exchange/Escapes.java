package dev.understudy.exchange;

import java.util.function.IntFunction;

/** Writes characters that do not show, or mislead, as what they are. */
final class Escapes {

	private Escapes() {
	}

	/**
	 * Escapes a text for double quotes: the quote, the backslash and the line breaks the
	 * way every language has them, what is not visible as the language says.
	 */
	static String escape(String text, IntFunction<String> invisible) {
		StringBuilder escaped = new StringBuilder("\"");
		text.codePoints().forEach((codePoint) -> {
			switch (codePoint) {
				case '"' -> escaped.append("\\\"");
				case '\\' -> escaped.append("\\\\");
				case '\n' -> escaped.append("\\n");
				case '\r' -> escaped.append("\\r");
				case '\t' -> escaped.append("\\t");
				default -> {
					if (isVisible(codePoint)) {
						escaped.appendCodePoint(codePoint);
					}
					else {
						escaped.append(invisible.apply(codePoint));
					}
				}
			}
		});
		return escaped.append('"').toString();
	}

	/** The way YAML, Python and HCL have in common. */
	static String unicode(int codePoint) {
		return (codePoint > 0xFFFF) ? "\\U%08X".formatted(codePoint) : "\\u%04X".formatted(codePoint);
	}

	private static boolean isVisible(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED ->
				false;
			default -> true;
		};
	}

}
