package dev.understudy.delivery;

import java.util.function.Supplier;

/**
 * Something that may happen next in a play.
 *
 * @param who who or what makes it happen
 * @param does what happens
 * @param what to what, if that needs saying
 * @param weight how likely it is, beside the others
 * @param calm whether it happens although nothing fails and nobody interferes
 * @param next the state after it
 * @param <S> the states of the play
 */
record PlayMove<S>(String who, String does, Object what, int weight, boolean calm, Supplier<S> next) {

	String words() {
		return "%s %s %s".formatted(this.who, this.does, this.what).strip();
	}

}
