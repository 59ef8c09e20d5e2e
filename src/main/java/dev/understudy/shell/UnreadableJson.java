package dev.understudy.shell;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/**
 * Says where a body stopped being readable, without repeating class names of ours.
 */
final class UnreadableJson {

	private UnreadableJson() {
	}

	static ProblemDetail explain(HttpMessageNotReadableException ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof BodyTooLargeException tooLarge) {
				return tooLarge.problem();
			}
		}
		if (!(ex.getCause() instanceof JacksonException unreadable)) {
			return Problems.of(HttpStatus.BAD_REQUEST, "unreadable-json", "This needs a JSON body.");
		}
		TokenStreamLocation location = unreadable.getLocation();
		String reason = unreadable.getOriginalMessage().replaceAll(" \\(class [^)]*\\)|`[\\w.$]*\\.([\\w$]+)`", "$1");
		if (location == null || location.getLineNr() < 1) {
			return Problems.of(HttpStatus.BAD_REQUEST, "unreadable-json", "The body cannot be read: " + reason);
		}
		ProblemDetail problem = Problems.of(HttpStatus.BAD_REQUEST, "unreadable-json",
				"The body cannot be read at line %d, column %d: %s".formatted(location.getLineNr(),
						location.getColumnNr(), reason));
		problem.setProperty("line", location.getLineNr());
		problem.setProperty("column", location.getColumnNr());
		return problem;
	}

}
