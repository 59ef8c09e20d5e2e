package dev.understudy.delivery;

import java.util.Locale;

/**
 * How far an operation got. The last four are final and never change.
 */
public enum OperationState {

	/** Nothing was sent yet. */
	QUEUED,

	/** A request was, or may have been, sent. */
	SENDING,

	/** SageMaker has it. */
	CONFIRMED,

	/** It was not done, and will not be. */
	REJECTED,

	/** Somebody changed their mind in time. */
	CANCELLED,

	/** Something else stands where it should have gone. */
	CONFLICT;

	/**
	 * Whether this is an end.
	 * @return true for the last four
	 */
	public boolean isFinal() {
		return this != QUEUED && this != SENDING;
	}

	/**
	 * The spelling in JSON, URLs and the database.
	 * @return the name in lower case
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	static OperationState of(String id) {
		return valueOf(id.toUpperCase(Locale.ROOT));
	}

}
