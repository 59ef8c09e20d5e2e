package dev.understudy.cost;

import java.util.Locale;

/** What becomes of prices that a loaded table does not name. */
public enum Loading {

	/** They go: the table is the loaded one. */
	REPLACE,

	/** They stay. */
	ADD;

	/**
	 * The spelling in URLs and message keys.
	 * @return in lower case
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}
