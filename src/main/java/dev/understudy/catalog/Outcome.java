package dev.understudy.catalog;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a check against the account came to, what matters most first.
 */
public enum Outcome {

	/** Submitting this would fail, or do harm. */
	BLOCK,

	/** Worth a second look; nobody is stopped. */
	WARN,

	/** It could not be found out, and it says why. Nobody is stopped. */
	UNKNOWN,

	/** All is well. */
	PASS;

	/**
	 * The spelling in JSON and in messages.
	 * @return the name in lower case
	 */
	@JsonValue
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}
