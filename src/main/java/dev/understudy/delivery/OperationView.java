package dev.understudy.delivery;

import java.util.List;

/**
 * An operation with its attempts.
 *
 * @param operation the operation
 * @param attempts every try to send it, first one first
 */
public record OperationView(Operation operation, List<Attempt> attempts) {

	public OperationView {
		attempts = List.copyOf(attempts);
	}

}
