package dev.understudy.exchange;

import org.jspecify.annotations.Nullable;

/** The beginning of words that come from elsewhere, fit to be shown. */
final class Excerpt {

	private static final int LONGEST = 200;

	private Excerpt() {
	}

	/** Cut where nobody would read on, and without line breaks. */
	static String of(@Nullable String words) {
		String line = (words != null) ? words.replaceAll("\\s+", " ").strip() : "";
		int length = line.codePointCount(0, line.length());
		return (length <= LONGEST) ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
	}

}
