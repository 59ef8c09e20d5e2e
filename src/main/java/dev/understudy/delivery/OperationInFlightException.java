package dev.understudy.delivery;

import java.util.UUID;

/**
 * The experiment has an unfinished operation already.
 */
public class OperationInFlightException extends RuntimeException {

	private final UUID operationId;

	OperationInFlightException(Operation operation) {
		super("Operation %s (%s) of this experiment is not finished yet".formatted(operation.id(),
				operation.type().id()));
		this.operationId = operation.id();
	}

	/**
	 * Which one it is.
	 * @return its id
	 */
	public UUID operationId() {
		return this.operationId;
	}

}
