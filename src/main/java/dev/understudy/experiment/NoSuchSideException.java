package dev.understudy.experiment;

/**
 * Something was to be compared that is not there.
 */
public class NoSuchSideException extends RuntimeException {

	NoSuchSideException(String message) {
		super(message);
	}

}
