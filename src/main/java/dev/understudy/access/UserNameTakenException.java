package dev.understudy.access;

/** A user cannot be made because there is one of that name. */
public class UserNameTakenException extends RuntimeException {

	UserNameTakenException(String name) {
		super("'%s' is the name of another user".formatted(name));
	}

}
