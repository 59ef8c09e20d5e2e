package dev.understudy.exchange;

import java.util.Arrays;

/**
 * A word as a shell hands it to a program, with where each of its characters stands in
 * the text that it was read from.
 */
final class ShellWord {

	private final String value;

	/** One more than the value has characters: the last is where the word ends. */
	private final int[] places;

	ShellWord(String value, int[] places) {
		this.value = value;
		this.places = places;
	}

	String value() {
		return this.value;
	}

	int at() {
		return this.places[0];
	}

	int at(int index) {
		return this.places[Math.clamp(index, 0, this.value.length())];
	}

	boolean isOption() {
		return this.value.startsWith("--") && this.value.length() > 2;
	}

	/** What stands behind its first characters. */
	ShellWord from(int index) {
		return new ShellWord(this.value.substring(index), Arrays.copyOfRange(this.places, index, this.places.length));
	}

	/** Reads the word as a text of its own, with places of the whole text. */
	Piece read(Notation notation, Notes notes) {
		int[] starts = (notation == Notation.YAML) ? byCodePoint() : this.places;
		Lines lines = notes.lines().within(starts);
		return notation.read(this.value, new Notes(lines)).moved(starts);
	}

	private int[] byCodePoint() {
		int[] starts = new int[this.value.codePointCount(0, this.value.length()) + 1];
		for (int i = 0; i < starts.length; i++) {
			starts[i] = this.places[this.value.offsetByCodePoints(0, i)];
		}
		return starts;
	}

}
