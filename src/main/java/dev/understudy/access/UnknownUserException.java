package dev.understudy.access;

/** There is no user of that name. */
public class UnknownUserException extends RuntimeException {

	public UnknownUserException(String name) {
		super("There is no user '%s'".formatted(name));
	}

}
