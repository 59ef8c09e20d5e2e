package dev.understudy.exchange;

import java.util.Arrays;

/** A word of which one character after the other becomes known. */
final class GrowingWord {

	private final StringBuilder value = new StringBuilder();

	private int[] places = new int[32];

	void add(char character, int at) {
		if (this.value.length() == this.places.length) {
			this.places = Arrays.copyOf(this.places, 2 * this.places.length);
		}
		this.places[this.value.length()] = at;
		this.value.append(character);
	}

	ShellWord endingAt(int end) {
		int[] exact = Arrays.copyOf(this.places, this.value.length() + 1);
		exact[this.value.length()] = end;
		return new ShellWord(this.value.toString(), exact);
	}

}
