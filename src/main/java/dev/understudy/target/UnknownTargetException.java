package dev.understudy.target;

/**
 * Somebody named a target that this installation does not have.
 */
public class UnknownTargetException extends RuntimeException {

	UnknownTargetException(String name) {
		super("There is no target named '%s'".formatted(name));
	}

}
