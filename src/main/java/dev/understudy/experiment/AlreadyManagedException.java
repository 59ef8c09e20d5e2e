package dev.understudy.experiment;

import java.util.UUID;

/**
 * What somebody wants to take under management is managed here already, or its name is
 * held by an experiment that is being submitted.
 */
public class AlreadyManagedException extends RuntimeException {

	private final UUID experimentId;

	/**
	 * Names who manages it.
	 * @param name its name in SageMaker
	 * @param experimentId the experiment that has it, or holds its name
	 */
	public AlreadyManagedException(String name, UUID experimentId) {
		super("The name '%s' is under management already, by experiment %s".formatted(name, experimentId));
		this.experimentId = experimentId;
	}

	/**
	 * Who manages it.
	 * @return the id of the experiment
	 */
	public UUID experimentId() {
		return this.experimentId;
	}

}
