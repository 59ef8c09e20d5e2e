package dev.understudy.sagemaker.aws;

import dev.understudy.sagemaker.SendGuard;

/**
 * The guard held a request back.
 */
class ObjectedException extends RuntimeException {

	private final String code;

	ObjectedException(SendGuard.Objection objection) {
		super(objection.words());
		this.code = objection.code();
	}

	String code() {
		return this.code;
	}

}
