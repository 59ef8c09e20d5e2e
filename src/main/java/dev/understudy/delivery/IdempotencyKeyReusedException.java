package dev.understudy.delivery;

/**
 * The same key came with another body.
 */
public class IdempotencyKeyReusedException extends RuntimeException {

	IdempotencyKeyReusedException() {
		super("This Idempotency-Key came with another body before; choose a new one for another request");
	}

}
