package dev.understudy.sagemaker.aws;

/**
 * The guard held a request back.
 */
class ObjectedException extends RuntimeException {

	ObjectedException(String objection) {
		super(objection);
	}

}
