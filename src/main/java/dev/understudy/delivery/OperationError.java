package dev.understudy.delivery;

import org.jspecify.annotations.Nullable;

/**
 * Why an operation ended without success.
 *
 * @param code AWS's error code, or one of ours: <code>name-taken</code>,
 * <code>too-late</code>, <code>no-answer</code>, <code>copied</code>, or that of a closed
 * gate
 * @param message AWS's words, or ours
 * @param requestId AWS's request id, where AWS answered
 * @param pointer JSON pointer into the definition where AWS's words tell the place; empty
 * for the whole definition
 */
public record OperationError(String code, String message, @Nullable String requestId, @Nullable String pointer) {

	static OperationError ours(String code, String message) {
		return new OperationError(code, message, null, null);
	}

}
