package dev.understudy.delivery;

import java.util.function.Supplier;

/**
 * Something that may happen next in a play.
 *
 * @param words what happens
 * @param weight how likely it is, beside the others
 * @param calm whether it happens although nothing fails and nobody interferes
 * @param next the state after it
 * @param <S> the states of the play
 */
record PlayMove<S>(String words, int weight, boolean calm, Supplier<S> next) {

	static <S> PlayMove<S> calm(String words, int weight, Supplier<S> next) {
		return new PlayMove<>(words, weight, true, next);
	}

	static <S> PlayMove<S> fault(String words, int weight, Supplier<S> next) {
		return new PlayMove<>(words, weight, false, next);
	}

}
