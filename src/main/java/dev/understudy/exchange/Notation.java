package dev.understudy.exchange;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How an imported text is written.
 */
public enum Notation {

	/** What <code>--cli-input-json</code> takes. */
	JSON,

	/** What <code>--cli-input-yaml</code> takes, by the core schema of YAML 1.2. */
	YAML,

	/** A command line of the AWS CLI, as it is typed into a shell. */
	COMMAND;

	/** A prompt and variables may stand before the program. */
	private static final Pattern COMMAND_LINE = Pattern.compile(
			"(?:\\$\\s+)?(?:[A-Za-z_][A-Za-z0-9_]*+=\\S*+\\s+){0,9}(?:\\S*[/\\\\])?aws(?:\\.exe|\\.cmd)?[\\s\\\\]");

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
	 * The notation a text is most likely meant to be in: what begins like JSON is JSON,
	 * and what calls the program aws is a command.
	 */
	static Notation guess(String text) {
		String start = text.stripLeading();
		if (COMMAND_LINE.matcher(behindRemarks(start)).lookingAt()) {
			return COMMAND;
		}
		return (start.startsWith("{") || start.startsWith("[")) ? JSON : YAML;
	}

	private static String behindRemarks(String text) {
		return text.lines()
			.dropWhile((line) -> line.isBlank() || line.startsWith("#"))
			.findFirst()
			.map((line) -> line.stripLeading() + '\n')
			.orElse("");
	}

	/** The text's places, by code points for YAML and by chars for the others. */
	Lines lines(String text) {
		return new Lines(text, this == YAML);
	}

	Piece read(String text, Notes notes) {
		return switch (this) {
			case JSON -> JsonPieces.read(text, notes.lines());
			case YAML -> YamlPieces.read(text, notes.lines());
			case COMMAND -> CommandPieces.read(text, notes);
		};
	}

}
