package dev.understudy.delivery;

import java.util.Arrays;

/**
 * A set of packed states, numbered in the order in which they were found.
 */
final class SearchStates {

	private byte[] bytes = new byte[1 << 20];

	private int[] ends = new int[1 << 16];

	private int[] table = new int[1 << 17];

	private int size;

	int size() {
		return this.size;
	}

	/**
	 * Adds a state.
	 * @return its number if it is new, else the complement of its number
	 */
	int add(byte[] state) {
		if (this.size * 2 >= this.table.length) {
			grow();
		}
		int slot = slot(state);
		if (this.table[slot] != 0) {
			return ~(this.table[slot] - 1);
		}
		append(state);
		this.table[slot] = this.size;
		return this.size - 1;
	}

	byte[] get(int number) {
		return Arrays.copyOfRange(this.bytes, begin(number), this.ends[number]);
	}

	private void append(byte[] state) {
		int begin = begin(this.size);
		int end = begin + state.length;
		if (end > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, this.bytes.length * 2);
		}
		if (this.size == this.ends.length) {
			this.ends = Arrays.copyOf(this.ends, this.size * 2);
		}
		System.arraycopy(state, 0, this.bytes, begin, state.length);
		this.ends[this.size++] = end;
	}

	private void grow() {
		this.table = new int[this.table.length * 2];
		for (int number = 0; number < this.size; number++) {
			this.table[slot(get(number))] = number + 1;
		}
	}

	private int slot(byte[] state) {
		int mask = this.table.length - 1;
		int slot = spread(Arrays.hashCode(state)) & mask;
		while (this.table[slot] != 0 && !holds(this.table[slot] - 1, state)) {
			slot = (slot + 1) & mask;
		}
		return slot;
	}

	private boolean holds(int number, byte[] state) {
		return Arrays.equals(this.bytes, begin(number), this.ends[number], state, 0, state.length);
	}

	private int begin(int number) {
		return (number == 0) ? 0 : this.ends[number - 1];
	}

	private static int spread(int hash) {
		int mixed = hash * 0x9E3779B9;
		return mixed ^ (mixed >>> 15);
	}

}
