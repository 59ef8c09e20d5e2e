package dev.understudy.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Collects what may happen next. The order counts: the first calm move is what happens
 * when nothing fails.
 *
 * @param <S> the states of the play
 */
final class PlayMoves<S> {

	private final List<PlayMove<S>> moves = new ArrayList<>();

	/** What happens although nothing fails. */
	void calm(int weight, String who, String does, Supplier<S> next) {
		calm(weight, who, does, "", next);
	}

	void calm(int weight, String who, String does, Object what, Supplier<S> next) {
		this.moves.add(new PlayMove<>(who, does, what, weight, true, next));
	}

	/** What happens because something fails or somebody interferes. */
	void fault(int weight, String who, String does, Supplier<S> next) {
		fault(weight, who, does, "", next);
	}

	void fault(int weight, String who, String does, Object what, Supplier<S> next) {
		this.moves.add(new PlayMove<>(who, does, what, weight, false, next));
	}

	List<PlayMove<S>> all() {
		return this.moves;
	}

}
