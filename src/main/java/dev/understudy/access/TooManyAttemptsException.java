package dev.understudy.access;

import java.time.Duration;

import org.springframework.security.core.AuthenticationException;

/** Somebody tried to sign in too often. */
public class TooManyAttemptsException extends AuthenticationException {

	private final Duration wait;

	TooManyAttemptsException(Duration wait) {
		super("Too many attempts to sign in");
		this.wait = wait;
	}

	/**
	 * How long to wait before trying again.
	 * @return at least a second
	 */
	public Duration getWait() {
		return this.wait.plusSeconds(1);
	}

}
