package dev.understudy.exchange;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds places in a text. A line ends with LF, CR or both, as in every editor; YAML's
 * parser would count more kinds of line ends.
 */
final class Lines {

	/** Where each line begins, in code points. */
	private final int[] starts;

	/** The code point that each index is asked for. */
	private final int[] codePoints;

	/**
	 * Looks at a text once.
	 * @param text the text
	 * @param byCodePoint whether it is asked by code points, as YAML's parser counts, or
	 * by chars, as JSON's does
	 */
	Lines(String text, boolean byCodePoint) {
		int[] units = byCodePoint ? text.codePoints().toArray() : text.chars().toArray();
		this.starts = new int[(int) Arrays.stream(units).filter((unit) -> unit == '\n' || unit == '\r').count() + 1];
		this.codePoints = new int[units.length + 1];
		int line = 0;
		int codePoint = 0;
		for (int i = 0; i < units.length; i++) {
			this.codePoints[i] = codePoint;
			if (!byCodePoint && i > 0 && Character.isSurrogatePair((char) units[i - 1], (char) units[i])) {
				this.codePoints[i] = codePoint - 1;
				continue;
			}
			codePoint++;
			boolean ends = units[i] == '\n' || (units[i] == '\r' && (i + 1 == units.length || units[i + 1] != '\n'));
			if (ends) {
				this.starts[++line] = codePoint;
			}
		}
		this.codePoints[units.length] = codePoint;
		Arrays.fill(this.starts, line + 1, this.starts.length, Integer.MAX_VALUE);
	}

	private Lines(int[] starts, int[] codePoints) {
		this.starts = starts;
		this.codePoints = codePoints;
	}

	/** Finds places for a part of the text whose units stand where the indexes say. */
	Lines within(int[] indexes) {
		return new Lines(this.starts, IntStream.of(indexes).map((index) -> this.codePoints[index]).toArray());
	}

	/** The place of what begins there, or the end of the text for what lies behind it. */
	Place at(int index) {
		int codePoint = this.codePoints[Math.clamp(index, 0, this.codePoints.length - 1)];
		int found = Arrays.binarySearch(this.starts, codePoint);
		int line = (found >= 0) ? found : -found - 2;
		return new Place(line + 1, codePoint - this.starts[line] + 1);
	}

}
