package dev.understudy.tracking;

import org.jspecify.annotations.Nullable;

/**
 * What one search may still spend, and what it leaves behind.
 */
final class Tally {

	private int looks;

	private int left;

	private int unread;

	private @Nullable String problem;

	/**
	 * Begins a search.
	 * @param looks how many closer looks it may take
	 */
	Tally(int looks) {
		this.looks = looks;
	}

	/** Takes a closer look, if there is one left to take. */
	boolean spend() {
		if (this.looks == 0) {
			this.left++;
			return false;
		}
		this.looks--;
		return true;
	}

	void unread(String why) {
		this.unread++;
		this.problem = why;
	}

	/** Whether nothing is left over for another search. */
	boolean isComplete() {
		return this.left == 0;
	}

	/** How many are there of which nothing is known. */
	int behind() {
		return this.left + this.unread;
	}

	@Nullable String problem() {
		return this.problem;
	}

}
