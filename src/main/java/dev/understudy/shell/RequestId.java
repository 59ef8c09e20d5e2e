package dev.understudy.shell;

import java.util.Objects;

import org.slf4j.MDC;

/**
 * The id of the request that is being answered. It stands in the log, in the
 * <code>X-Request-Id</code> header, in problems, on error pages and in the audit trail.
 */
public final class RequestId {

	/** Name of the response header. */
	public static final String HEADER = "X-Request-Id";

	static final String KEY = "requestId";

	private RequestId() {
	}

	/**
	 * The id of the request this thread answers.
	 * @return the id, or "none" outside a request
	 */
	public static String current() {
		return Objects.requireNonNullElse(MDC.get(KEY), "none");
	}

}
