package dev.understudy.template.web;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import dev.understudy.shell.Problems;
import dev.understudy.template.StaleTemplateException;
import dev.understudy.template.TemplateNameTakenException;
import dev.understudy.template.TemplateRefusedException;
import dev.understudy.template.TemplateRefusedException.Reason;
import dev.understudy.template.UnknownTemplateException;

/** What the API answers when something cannot be done with a template. */
@RestControllerAdvice(assignableTypes = TemplateApi.class)
@Order(0)
class TemplateProblems {

	@ExceptionHandler
	ProblemDetail unknown(UnknownTemplateException ex) {
		return Problems.of(HttpStatus.NOT_FOUND, "not-found", ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail taken(TemplateNameTakenException ex) {
		return Problems.of(HttpStatus.CONFLICT, "template-name-taken", ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail stale(StaleTemplateException ex) {
		ProblemDetail problem = Problems.of(HttpStatus.PRECONDITION_FAILED, "stale-template", ex.getMessage());
		problem.setProperty("current", TemplateBody.of(ex.current()));
		return problem;
	}

	@ExceptionHandler
	ProblemDetail unconditional(UnconditionalChangeException ex) {
		return Problems.of(HttpStatus.PRECONDITION_REQUIRED, "if-match-required", ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail refused(TemplateRefusedException ex) {
		return (ex.reason() == Reason.DEFINITION)
				? Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "definition-refused", ex.getMessage(), ex.findings())
				: Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "template-" + ex.reason().id(), ex.getMessage());
	}

}
