package dev.understudy.delivery;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All that can happen: every state of a play and every move from there. What is searched
 * to the last state and what is played at random is the same model.
 *
 * @param <S> the states of the play
 */
interface PlayModel<S> {

	S start();

	/**
	 * Everything that may happen next. The first calm move is what happens when nothing
	 * fails.
	 */
	List<PlayMove<S>> moves(S play);

	/**
	 * Tells what must never happen.
	 * @param before the state before a move
	 * @param after the state after it
	 * @return what is wrong, or null
	 */
	@Nullable String violation(S before, S after);

	/** How what was asked for has ended, in one word, or null while it has not. */
	@Nullable String end(S play);

	/** The same bytes for all states that differ in nothing that matters. */
	byte[] pack(S play);

	S unpack(byte[] packed);

	String words(S play);

}
