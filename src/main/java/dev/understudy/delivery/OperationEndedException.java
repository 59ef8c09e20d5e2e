package dev.understudy.delivery;

/**
 * Somebody wants to change an operation that cannot be changed any more.
 */
public class OperationEndedException extends RuntimeException {

	OperationEndedException(String message) {
		super(message);
	}

}
