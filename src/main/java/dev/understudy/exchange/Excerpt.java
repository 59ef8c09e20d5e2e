package dev.understudy.exchange;

import org.jspecify.annotations.Nullable;

/** Words that come from elsewhere, before they are shown. */
final class Words {

	private static final int LONGEST = 200;

	private Words() {
	}

	/** Cut where nobody would read on, and without line breaks. */
	static String shorten(@Nullable String words) {
		String line = (words != null) ? words.replaceAll("\\s+", " ").strip() : "";
		int length = line.codePointCount(0, line.length());
		return (length <= LONGEST) ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
	}

}
