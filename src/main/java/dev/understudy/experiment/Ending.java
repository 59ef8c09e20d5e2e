package dev.understudy.experiment;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How an experiment came to its end.
 */
public enum Ending {

	/** SageMaker says Completed. */
	COMPLETED,

	/** SageMaker says Cancelled, which is also how a failed one ends. */
	CANCELLED,

	/** Deleted by an operation of ours. */
	DELETED,

	/** No longer there, and not through us. */
	GONE;

	/**
	 * The spelling in JSON and message keys.
	 * @return the name in lower case
	 */
	@JsonValue
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}
