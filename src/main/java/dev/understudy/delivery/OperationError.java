package dev.understudy.delivery;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Why an operation ended without success.
 *
 * @param code AWS's error code, or one of ours: <code>name-taken</code>,
 * <code>too-late</code>, <code>no-answer</code>, {@link #COPIED}, {@link #GONE},
 * {@link #DRIFT}, {@link #PARTLY}, <code>ended-already</code>, <code>not-started</code>,
 * <code>stop-first</code>, <code>not-allowed-now</code>, <code>no-effect</code>, or that
 * of a closed gate
 * @param message AWS's words, or ours
 * @param requestId AWS's request id, where AWS answered
 * @param pointer JSON pointer into the definition where AWS's words tell the place; empty
 * for the whole definition
 * @param differences where somebody else changed what was to be changed
 */
public record OperationError(String code, String message, @Nullable String requestId, @Nullable String pointer,
		List<Difference> differences) {

	/** The shadow test is not there any more. */
	public static final String GONE = "gone";

	/** Somebody else changed what was to be changed. */
	public static final String DRIFT = "drift";

	/** This database is a copy, and a copy gives up what was unfinished. */
	public static final String COPIED = "copied";

	/** A part of it was done before it came to its end. */
	public static final String PARTLY = "partly-done";

	public OperationError {
		differences = List.copyOf(differences);
	}

	/**
	 * Makes one that tells no differences.
	 * @param code AWS's error code, or one of ours
	 * @param message AWS's words, or ours
	 * @param requestId AWS's request id, where AWS answered
	 * @param pointer JSON pointer into the definition, where known
	 */
	public OperationError(String code, String message, @Nullable String requestId, @Nullable String pointer) {
		this(code, message, requestId, pointer, List.of());
	}

	OperationError with(List<Difference> others) {
		return new OperationError(this.code, this.message, this.requestId, this.pointer, others);
	}

	static OperationError ours(String code, String message) {
		return new OperationError(code, message, null, null);
	}

}
