package dev.understudy.delivery;

/**
 * A request that needs a key has none that can be used.
 */
public class IdempotencyKeyMissingException extends RuntimeException {

	IdempotencyKeyMissingException() {
		super("Send a header Idempotency-Key of 1 to %d printable ASCII characters, such as a UUID, and the same one when you try again"
			.formatted(IdempotencyKey.LONGEST));
	}

}
