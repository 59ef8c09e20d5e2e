package dev.understudy.delivery;

import java.time.Instant;

/**
 * Where a worker is between two steps. Dying at any of them makes it idle.
 */
sealed interface PlayWorker {

	/** Works on nothing; may claim, on whichever replica. */
	record Idle() implements PlayWorker {

		static final Idle INSTANCE = new Idle();

	}

	/** Has claimed and is about to look. */
	record Claimed(Claim claim) implements PlayWorker {

	}

	/** Has looked and is about to decide. */
	record Looked(Claim claim, PlayView seen) implements PlayWorker {

	}

	/** Has an intent committed and is about to sign and send. */
	record Intended(Claim claim, int attempt, Instant at) implements PlayWorker {

	}

	/** Waits for an answer. */
	record Calling(int attempt) implements PlayWorker {

	}

	/** Has an answer and is about to record it. */
	record Answered(int attempt, Answer answer) implements PlayWorker {

	}

	/**
	 * A claim on the row.
	 *
	 * @param at the database's time of the claim
	 * @param fence tells it from later claims
	 */
	record Claim(Instant at, long fence) {

	}

}
