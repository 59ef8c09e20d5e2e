package dev.understudy.catalog.web;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import dev.understudy.catalog.NotADraftException;
import dev.understudy.shell.Problems;

/** What the API answers when there is nothing to read or to check. */
@RestControllerAdvice(assignableTypes = { CatalogApi.class, PreflightApi.class })
@Order(0)
class CatalogProblems {

	@ExceptionHandler
	ProblemDetail submitted(NotADraftException ex) {
		ProblemDetail problem = Problems.of(HttpStatus.CONFLICT, "illegal-state", ex.getMessage());
		problem.setProperty("phase", ex.phase());
		return problem;
	}

}
