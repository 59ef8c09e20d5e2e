package dev.understudy.exchange;

/** Text as one word of a POSIX shell. */
final class ShellText {

	private ShellText() {
	}

	/** Within single quotes nothing but the single quote means anything. */
	static String word(String text) {
		return "'" + text.replace("'", "'\\''") + "'";
	}

}
