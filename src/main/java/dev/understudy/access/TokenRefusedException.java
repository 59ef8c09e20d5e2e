package dev.understudy.access;

import java.util.Locale;

/** A token cannot be made as it was asked for. */
public class TokenRefusedException extends RuntimeException {

	private final Reason reason;

	TokenRefusedException(Reason reason) {
		super("The token was refused for its " + reason.name().toLowerCase(Locale.ROOT));
		this.reason = reason;
	}

	/**
	 * What was wrong.
	 * @return the reason
	 */
	public Reason getReason() {
		return this.reason;
	}

	/** What can be wrong with a token that is asked for. */
	public enum Reason {

		/** The owner has a token of that name. */
		NAME,

		/** The role allows more than the owner's. */
		ROLE,

		/** The owner has as many as one user may have. */
		NUMBER

	}

}
