package dev.understudy.access;

/** A change would leave nobody who can administer. */
public class LastAdminException extends RuntimeException {

	LastAdminException(String name) {
		super("'%s' is the only one left who can administer".formatted(name));
	}

}
