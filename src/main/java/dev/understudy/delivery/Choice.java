package dev.understudy.delivery;

import java.util.Locale;

/**
 * What a person says about something in SageMaker that may or may not be ours.
 */
public enum Choice {

	/** It is ours: go on with it. */
	ADOPT,

	/** It is not ours: end with a conflict. */
	REFUSE;

	/**
	 * The spelling in URLs and the database.
	 * @return the name in lower case
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Choice of(String id) {
		return valueOf(id.toUpperCase(Locale.ROOT));
	}

}
