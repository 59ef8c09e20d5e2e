package dev.understudy.experiment.web;

/** An operation was asked for that this version does not carry to SageMaker. */
class UnavailableOperationException extends RuntimeException {

	UnavailableOperationException(String type) {
		super("This version of Understudy carries only create to SageMaker; %s has to be done in AWS".formatted(type));
	}

}
