package dev.understudy.delivery;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param states how many states there are, or were seen until something was wrong
 * @param moves how many moves were tried
 * @param ends in how many of them it has ended, by how it ended
 * @param wrong what is wrong, if anything
 * @param trace the shortest way there, in words
 */
record SearchReport(int states, long moves, Map<String, Integer> ends, @Nullable String wrong, List<String> trace) {

	boolean isFlawless() {
		return this.wrong == null;
	}

	@Override
	public String toString() {
		String counted = "%,d states, %,d moves, ends %s".formatted(this.states, this.moves, this.ends);
		if (isFlawless()) {
			return counted + ": nothing is ever wrong";
		}
		StringBuilder words = new StringBuilder(counted).append(": ").append(this.wrong);
		for (int i = 0; i < this.trace.size(); i++) {
			words.append("%n%3d. %s".formatted(i + 1, this.trace.get(i)));
		}
		return words.toString();
	}

}
