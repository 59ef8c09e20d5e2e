package dev.understudy.delivery;

/**
 * The first request with this key is still running.
 */
public class IdempotencyInProgressException extends RuntimeException {

	IdempotencyInProgressException(Throwable cause) {
		super("The first request with this Idempotency-Key is still running; try again in a moment", cause);
	}

}
