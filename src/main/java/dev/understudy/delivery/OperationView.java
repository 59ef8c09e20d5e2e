package dev.understudy.delivery;

import java.util.List;

/**
 * An operation with its attempts and looks.
 *
 * @param operation the operation
 * @param attempts every try to send it, first one first
 * @param looks every look at SageMaker, first one first
 */
public record OperationView(Operation operation, List<Attempt> attempts, List<Look> looks) {

	public OperationView {
		attempts = List.copyOf(attempts);
		looks = List.copyOf(looks);
	}

	/**
	 * How often it was sent.
	 * @return the number of attempts, without those that never left this machine
	 */
	public int sent() {
		return (int) this.attempts.stream().filter((it) -> !it.isHeldBack()).count();
	}

}
