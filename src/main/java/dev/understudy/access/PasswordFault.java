package dev.understudy.access;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What can be wrong with a new password. */
public enum PasswordFault {

	/** Fewer than 12 characters. */
	SHORT,

	/** More than 72 bytes in UTF-8: bcrypt would not see the rest. */
	LONG;

	private static final int SHORTEST = 12;

	private static final int MOST_BYTES = 72;

	/**
	 * Judges a new password.
	 * @param password as typed
	 * @return what is wrong with it, or empty
	 */
	public static Optional<PasswordFault> of(String password) {
		if (password.length() < SHORTEST) {
			return Optional.of(SHORT);
		}
		return (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) ? Optional.of(LONG) : Optional.empty();
	}

}
