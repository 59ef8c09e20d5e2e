package dev.understudy.delivery;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What happened in one simulation.
 *
 * @param seed plays it again
 * @param wrong what is wrong, if anything
 * @param trace every move, in words
 */
record SimulationReport(long seed, @Nullable String wrong, List<String> trace) {

	@Override
	public String toString() {
		StringBuilder words = new StringBuilder(
				"seed %d: %s".formatted(this.seed, (this.wrong != null) ? this.wrong : "nothing is ever wrong"));
		for (int i = 0; i < this.trace.size(); i++) {
			words.append("%n%3d. %s".formatted(i + 1, this.trace.get(i)));
		}
		return words.toString();
	}

}
