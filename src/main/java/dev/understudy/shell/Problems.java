package dev.understudy.shell;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * Makes the problem details (RFC 9457) that the API answers with when it refuses.
 */
public final class Problems {

	private Problems() {
	}

	/**
	 * Makes a problem.
	 * @param status HTTP status
	 * @param code stable name of the problem in kebab case, for programs
	 * @param detail what happened and what to do, for people
	 * @return a problem with <code>type, title, status, detail, code, requestId</code>
	 */
	public static ProblemDetail of(HttpStatusCode status, String code, @Nullable String detail) {
		ProblemDetail problem = ProblemDetail.forStatus(status);
		problem.setDetail(detail);
		return complete(problem, code);
	}

	/**
	 * Makes a problem that lists what is wrong in detail.
	 * @param status HTTP status
	 * @param code stable name of the problem in kebab case, for programs
	 * @param detail what happened and what to do, for people
	 * @param errors one record for each thing wrong, such as findings
	 * @return a problem as above, with <code>errors</code>
	 */
	public static ProblemDetail of(HttpStatusCode status, String code, @Nullable String detail, List<?> errors) {
		ProblemDetail problem = of(status, code, detail);
		problem.setProperty("errors", errors);
		return problem;
	}

	/** Adds to a problem somebody else made what all of ours have. */
	static ProblemDetail complete(ProblemDetail problem, String code) {
		problem.setType(URI.create("urn:understudy:problem:" + code));
		HttpStatus status = HttpStatus.resolve(problem.getStatus());
		if (problem.getTitle() == null && status != null) {
			problem.setTitle(status.getReasonPhrase());
		}
		problem.setProperty("code", code);
		problem.setProperty("requestId", RequestId.current());
		return problem;
	}

	/** The code of a refusal that nobody named: its status in words. */
	static String codeOf(HttpStatusCode status) {
		return switch (status.value()) {
			case 401 -> "unauthenticated";
			case 403 -> "forbidden";
			case 404 -> "not-found";
			case 405 -> "method-not-allowed";
			case 406 -> "not-acceptable";
			case 409 -> "conflict";
			case 413 -> "too-large";
			case 415 -> "unsupported-media-type";
			default -> status.is5xxServerError() ? "internal" : "bad-request";
		};
	}

}
