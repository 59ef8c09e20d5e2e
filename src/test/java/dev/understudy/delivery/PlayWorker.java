package dev.understudy.delivery;

import java.time.Instant;

/**
 * Where a worker is between two steps. Dying at any of them makes it idle.
 *
 * @param <T> what can stand in SageMaker
 */
sealed interface PlayWorker<T> {

	/** Works on nothing; may claim, on whichever replica. */
	record Idle<T>() implements PlayWorker<T> {

	}

	/** Has claimed and is about to look. */
	record Claimed<T>(Claim claim) implements PlayWorker<T> {

	}

	/** Has looked and is about to decide. */
	record Looked<T>(Claim claim, PlaySight<T> seen) implements PlayWorker<T> {

	}

	/** Has an intent committed and is about to sign and send. */
	record Intended<T>(Claim claim, int attempt, String call, Instant at) implements PlayWorker<T> {

	}

	/** Waits for an answer. */
	record Calling<T>(int attempt, String call) implements PlayWorker<T> {

	}

	/** Has an answer and is about to record it. */
	record Answered<T>(int attempt, Answer answer) implements PlayWorker<T> {

	}

	/**
	 * A claim on the row.
	 *
	 * @param at the database's time of the claim
	 * @param fence tells it from later claims
	 */
	record Claim(Instant at, long fence) {

	}

	default boolean isIdle() {
		return this instanceof Idle;
	}

}
