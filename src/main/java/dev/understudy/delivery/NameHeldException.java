package dev.understudy.delivery;

import java.util.UUID;

/**
 * Another operation holds the name.
 */
public class NameHeldException extends RuntimeException {

	private final UUID experimentId;

	private final UUID operationId;

	NameHeldException(Operation holder) {
		super("The name '%s' is held by experiment %s %s".formatted(holder.name(), holder.experimentId(),
				until(holder.state())));
		this.experimentId = holder.experimentId();
		this.operationId = holder.id();
	}

	private static String until(OperationState state) {
		return state.isFinal()
				? "until that experiment is known to be gone from SageMaker and nothing sent to it can take effect any more"
				: "until its submission has ended";
	}

	/**
	 * Who holds the name.
	 * @return the id of the experiment
	 */
	public UUID experimentId() {
		return this.experimentId;
	}

	/**
	 * What holds the name.
	 * @return the id of the operation
	 */
	public UUID operationId() {
		return this.operationId;
	}

}
