package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.understudy.sagemaker.ChangeRequest;

/**
 * The next step of delivery. Every arrow between two of them is one committed
 * transaction.
 */
sealed interface Next {

	/** Claim the row. */
	record Claim() implements Next {

	}

	/**
	 * Look at SageMaker.
	 *
	 * @param claim the claim to look under
	 */
	record Look(Claimed claim) implements Next {

	}

	/**
	 * Send what was intended.
	 *
	 * @param claim the claim to send under
	 * @param attempt number of the attempt
	 * @param request the change to send; absent for a Create
	 * @param window until when it may leave
	 */
	record Send(Claimed claim, int attempt, @Nullable ChangeRequest request, SendWindow window) implements Next {

	}

	/**
	 * Come back later.
	 *
	 * @param delay how much later
	 */
	record Later(Duration delay) implements Next {

	}

	/** The row has ended. */
	record Done() implements Next {

	}

	/**
	 * A claim on a row.
	 *
	 * @param operation the operation when it was claimed
	 * @param fence tells this claim from later ones
	 * @param now the database's time when it was claimed
	 * @param nanos the process's time when it was claimed
	 */
	record Claimed(Operation operation, long fence, Instant now, long nanos) {

	}

}
