package dev.understudy.shell;

import java.io.IOException;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A request body is longer than this installation reads. */
final class BodyTooLargeException extends IOException {

	private final long limit;

	BodyTooLargeException(long limit) {
		super("The body is longer than %d bytes".formatted(limit));
		this.limit = limit;
	}

	ProblemDetail problem() {
		return Problems.of(HttpStatus.CONTENT_TOO_LARGE, "too-large",
				"The body is too long: at most %d bytes are read.".formatted(this.limit));
	}

}
