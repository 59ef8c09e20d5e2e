package dev.understudy.exchange;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an imported text is written.
 */
public enum Notation {

	/** What <code>--cli-input-json</code> takes. */
	JSON,

	/** What <code>--cli-input-yaml</code> takes, by the core schema of YAML 1.2. */
	YAML;

	/**
	 * As it stands in requests.
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The notation of that id, if there is one.
	 */
	public static Optional<Notation> of(String id) {
		return Stream.of(values()).filter((notation) -> notation.id().equals(id)).findFirst();
	}

	/**
	 * The notation a text is most likely meant to be in: what begins like JSON is JSON.
	 */
	static Notation guess(String text) {
		String start = text.stripLeading();
		return (start.startsWith("{") || start.startsWith("[")) ? JSON : YAML;
	}

	/** The text's places, by chars for JSON and by code points for YAML. */
	Lines lines(String text) {
		return new Lines(text, this == YAML);
	}

	Piece read(String text, Lines lines) {
		return (this == JSON) ? JsonPieces.read(text, lines) : YamlPieces.read(text, lines);
	}

}
