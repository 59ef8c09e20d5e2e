package dev.understudy.delivery;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An operation has ended. Published within the transaction that ends it: whatever a
 * listener changes commits or fails with it.
 */
public sealed interface OperationOutcome {

	/**
	 * The operation that ended.
	 * @return its id
	 */
	UUID operationId();

	/**
	 * The experiment it belongs to.
	 * @return its id
	 */
	UUID experimentId();

	/**
	 * What it was to change.
	 * @return its type
	 */
	OperationType type();

	/**
	 * SageMaker has it.
	 *
	 * @param operationId the operation
	 * @param experimentId its experiment
	 * @param type what it changed
	 * @param arn the ARN as SageMaker gave it
	 * @param madeAt when SageMaker says the experiment was created; absent unless a look
	 * showed it
	 * @param awsRequestId AWS's id of the request that did it or, where its answer was
	 * lost, of the look that showed it
	 */
	record Confirmed(UUID operationId, UUID experimentId, OperationType type, String arn, @Nullable Instant madeAt,
			@Nullable String awsRequestId) implements OperationOutcome {

	}

	/**
	 * It was not done, and will not be.
	 *
	 * @param operationId the operation
	 * @param experimentId its experiment
	 * @param type what it was to change
	 * @param error why
	 */
	record Rejected(UUID operationId, UUID experimentId, OperationType type,
			OperationError error) implements OperationOutcome {

	}

	/**
	 * Somebody changed their mind in time.
	 *
	 * @param operationId the operation
	 * @param experimentId its experiment
	 * @param type what it was to change
	 * @param error why, in words
	 */
	record Cancelled(UUID operationId, UUID experimentId, OperationType type,
			OperationError error) implements OperationOutcome {

	}

	/**
	 * Something else stands where it should have gone.
	 *
	 * @param operationId the operation
	 * @param experimentId its experiment
	 * @param type what it was to change
	 * @param error which conflict
	 */
	record Conflict(UUID operationId, UUID experimentId, OperationType type,
			OperationError error) implements OperationOutcome {

	}

}
