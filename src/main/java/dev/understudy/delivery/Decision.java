package dev.understudy.delivery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.understudy.sagemaker.ChangeRequest;

/**
 * What to do next about an operation.
 */
sealed interface Decision {

	/** Look at SageMaker. */
	record Look() implements Decision {

	}

	/** Write an intent and send the Create. */
	record Send() implements Decision {

	}

	/**
	 * Write an intent and send a change.
	 *
	 * @param request what to send
	 */
	record Apply(ChangeRequest request) implements Decision {

	}

	/**
	 * Wait, then look again.
	 *
	 * @param waitingFor what for
	 * @param lookAt when to look at the latest; absent if no moment stands out
	 */
	record Wait(WaitingFor waitingFor, @Nullable Instant lookAt) implements Decision {

	}

	/**
	 * End: SageMaker has it.
	 *
	 * @param arn as SageMaker gave it
	 */
	record Confirm(String arn) implements Decision {

	}

	/**
	 * End: it will not be done.
	 *
	 * @param error why
	 */
	record Reject(OperationError error) implements Decision {

	}

	/**
	 * End: somebody changed their mind in time.
	 *
	 * @param error in words
	 */
	record Cancel(OperationError error) implements Decision {

	}

	/**
	 * End: something else stands there.
	 *
	 * @param error what
	 */
	record Conflict(OperationError error) implements Decision {

	}

	/** In words, for the page of the operation. */
	default String words() {
		return switch (this) {
			case Look() -> "look";
			case Send() -> "send CreateInferenceExperiment";
			case Apply(ChangeRequest request) -> "send " + request.call();
			case Wait wait -> "wait: " + wait.waitingFor().kind().id();
			case Confirm _ -> "confirmed";
			case Reject(OperationError error) -> "rejected: " + error.code();
			case Cancel _ -> "cancelled";
			case Conflict(OperationError error) -> "conflict: " + error.code();
		};
	}

}
