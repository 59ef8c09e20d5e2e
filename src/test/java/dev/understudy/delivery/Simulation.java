package dev.understudy.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.jspecify.annotations.Nullable;

/**
 * A simulation: one way through a play, chosen at random by a seed. At first anything may
 * happen, then nothing fails any more, and everything has to come to its end.
 *
 * @param <S> the states of the play
 */
final class Simulation<S> {

	private static final int TROUBLED = 120;

	private static final int CALM = 200;

	private final PlayModel<S> model;

	Simulation(PlayModel<S> model) {
		this.model = model;
	}

	/**
	 * Plays one seed.
	 * @return what went wrong, or null
	 */
	@Nullable String play(long seed) {
		return new Walk(seed, null).toTheEnd();
	}

	/** Plays one seed and tells all that happened. */
	SimulationReport replay(long seed) {
		List<String> trace = new ArrayList<>();
		String wrong = new Walk(seed, trace).toTheEnd();
		return new SimulationReport(seed, wrong, trace);
	}

	/** One way through the play. */
	private final class Walk {

		private final SplittableRandom random;

		private final @Nullable List<String> trace;

		private S at = Simulation.this.model.start();

		private Walk(long seed, @Nullable List<String> trace) {
			this.random = new SplittableRandom(seed);
			this.trace = trace;
		}

		private @Nullable String toTheEnd() {
			int troubled = this.random.nextInt(TROUBLED);
			for (int step = 0; step < troubled + CALM; step++) {
				List<PlayMove<S>> moves = Simulation.this.model.moves(this.at);
				if (moves.isEmpty()) {
					break;
				}
				String wrong = take((step < troubled) ? any(moves) : calm(moves));
				if (wrong != null) {
					return wrong;
				}
			}
			return (Simulation.this.model.end(this.at) != null) ? null
					: "it does not end, though nothing fails any more";
		}

		private @Nullable String take(PlayMove<S> move) {
			S next = move.next().get();
			String wrong = Simulation.this.model.violation(this.at, next);
			this.at = next;
			if (this.trace != null) {
				this.trace.add(move.words() + " → " + Simulation.this.model.words(next));
			}
			return wrong;
		}

		private PlayMove<S> any(List<PlayMove<S>> moves) {
			int chosen = this.random.nextInt(moves.stream().mapToInt(PlayMove::weight).sum());
			for (PlayMove<S> move : moves) {
				chosen -= move.weight();
				if (chosen < 0) {
					return move;
				}
			}
			throw new IllegalStateException("A move without weight");
		}

		private static <S> PlayMove<S> calm(List<PlayMove<S>> moves) {
			return moves.stream().filter(PlayMove::calm).findFirst().orElseThrow();
		}

	}

}
