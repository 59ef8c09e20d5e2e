package dev.understudy.target;

/**
 * No AWS account and region is configured, so there is nothing to submit to.
 */
class MissingTargetException extends RuntimeException {

	MissingTargetException() {
		super("There is no target, that is no AWS account and region to submit to");
	}

}
