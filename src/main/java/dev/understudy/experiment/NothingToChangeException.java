package dev.understudy.experiment;

/**
 * What was asked for is as it is already.
 */
public class NothingToChangeException extends RuntimeException {

	NothingToChangeException() {
		super("Nothing of that differs from what stands in SageMaker already");
	}

}
