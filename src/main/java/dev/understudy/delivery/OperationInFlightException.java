package dev.understudy.delivery;

import java.util.UUID;

/**
 * The experiment has an unfinished operation already.
 */
public class OperationInFlightException extends RuntimeException {

	private final UUID operationId;

	OperationInFlightException(Operation operation) {
		this(operation.id(), operation.type());
	}

	/**
	 * Names the one that is in the way.
	 * @param operationId its id
	 * @param type what it changes
	 */
	public OperationInFlightException(UUID operationId, OperationType type) {
		super("Operation %s (%s) of this experiment is not finished yet".formatted(operationId, type.id()));
		this.operationId = operationId;
	}

	/**
	 * Which one it is.
	 * @return its id
	 */
	public UUID operationId() {
		return this.operationId;
	}

}
