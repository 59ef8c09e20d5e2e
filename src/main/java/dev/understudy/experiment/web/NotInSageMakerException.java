package dev.understudy.experiment.web;

import java.util.UUID;

/**
 * Somebody opened the page of a change for an experiment that SageMaker does not have.
 */
class NotInSageMakerException extends RuntimeException {

	private final UUID experimentId;

	NotInSageMakerException(UUID experimentId) {
		super("SageMaker does not have experiment %s".formatted(experimentId));
		this.experimentId = experimentId;
	}

	UUID experimentId() {
		return this.experimentId;
	}

}
