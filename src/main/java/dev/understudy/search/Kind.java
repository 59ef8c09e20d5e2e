package dev.understudy.search;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What can be found, in the order it is shown. */
public enum Kind {

	/** A shadow test. */
	EXPERIMENT,

	/** An endpoint of one of the accounts; leads to the experiments on it. */
	ENDPOINT,

	/** A page of the console. */
	PAGE,

	/** A topic of the help. */
	HELP;

	/**
	 * The spelling in JSON and message keys.
	 * @return the name in lower case
	 */
	@JsonValue
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}
