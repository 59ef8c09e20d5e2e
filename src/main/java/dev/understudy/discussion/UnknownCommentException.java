package dev.understudy.discussion;

import java.util.UUID;

/** The experiment has no such comment. */
public class UnknownCommentException extends RuntimeException {

	UnknownCommentException(UUID id) {
		super("There is no comment %s of this experiment".formatted(id));
	}

}
