package dev.understudy.catalog.web;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import dev.understudy.catalog.NotADraftException;
import dev.understudy.experiment.UnknownExperimentException;
import dev.understudy.shell.Problems;
import dev.understudy.target.UnknownTargetException;

/** What the API answers when there is nothing to read or to check. */
@RestControllerAdvice(assignableTypes = { CatalogApi.class, PreflightApi.class })
@Order(0)
class CatalogProblems {

	@ExceptionHandler
	ProblemDetail unknown(UnknownTargetException ex) {
		return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "target-unknown", ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail unknown(UnknownExperimentException ex) {
		return Problems.of(HttpStatus.NOT_FOUND, "not-found", ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail submitted(NotADraftException ex) {
		ProblemDetail problem = Problems.of(HttpStatus.CONFLICT, "illegal-state", ex.getMessage());
		problem.setProperty("phase", ex.phase());
		return problem;
	}

}
