package dev.understudy.delivery;

import java.util.Locale;

/**
 * What an operation changes in SageMaker.
 */
public enum OperationType {

	CREATE, START, STOP, UPDATE, DELETE, TAG;

	/**
	 * The spelling in JSON, URLs and the database.
	 * @return the name in lower case
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	static OperationType of(String id) {
		return valueOf(id.toUpperCase(Locale.ROOT));
	}

}
