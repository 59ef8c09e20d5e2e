package dev.understudy.discussion.web;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import dev.understudy.discussion.CommentRefusedException;
import dev.understudy.discussion.CommentRefusedException.Reason;
import dev.understudy.discussion.UnknownCommentException;
import dev.understudy.shell.Problems;

/** What the API answers when something cannot be said or taken back. */
@RestControllerAdvice(assignableTypes = CommentApi.class)
@Order(0)
class CommentProblems {

	@ExceptionHandler
	ProblemDetail unknown(UnknownCommentException ex) {
		return Problems.of(HttpStatus.NOT_FOUND, "not-found", ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail refused(CommentRefusedException ex) {
		return (ex.reason() == Reason.NOT_YOURS) ? Problems.of(HttpStatus.FORBIDDEN, "forbidden", ex.getMessage())
				: Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "comment-" + ex.reason().id(), ex.getMessage());
	}

}
