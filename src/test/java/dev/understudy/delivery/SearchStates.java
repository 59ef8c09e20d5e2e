package dev.understudy.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A set of packed states, numbered in the order in which they were found.
 */
final class SearchStates {

	/** Many millions of states are more than one array holds. A power of two. */
	private static final int PAGE = 1 << 20;

	private final List<byte[]> pages = new ArrayList<>();

	/** Where each state begins, counted through all pages: none is on two of them. */
	private long[] begins = new long[1 << 16];

	private int[] lengths = new int[1 << 16];

	private long end;

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
		int begin = offset(this.begins[number]);
		return Arrays.copyOfRange(page(number), begin, begin + this.lengths[number]);
	}

	private void append(byte[] state) {
		if (this.pages.isEmpty() || offset(this.end) == 0 || offset(this.end) + state.length > PAGE) {
			this.end = (long) this.pages.size() * PAGE;
			this.pages.add(new byte[PAGE]);
		}
		if (this.size == this.begins.length) {
			this.begins = Arrays.copyOf(this.begins, this.size * 2);
			this.lengths = Arrays.copyOf(this.lengths, this.size * 2);
		}
		System.arraycopy(state, 0, this.pages.getLast(), offset(this.end), state.length);
		this.begins[this.size] = this.end;
		this.lengths[this.size++] = state.length;
		this.end += state.length;
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
		int begin = offset(this.begins[number]);
		return Arrays.equals(page(number), begin, begin + this.lengths[number], state, 0, state.length);
	}

	private byte[] page(int number) {
		return this.pages.get((int) (this.begins[number] / PAGE));
	}

	private static int offset(long position) {
		return (int) (position % PAGE);
	}

	private static int spread(int hash) {
		int mixed = hash * 0x9E3779B9;
		return mixed ^ (mixed >>> 15);
	}

}
