package dev.understudy.delivery.web;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import dev.understudy.delivery.IdempotencyInProgressException;
import dev.understudy.delivery.IdempotencyKeyMissingException;
import dev.understudy.delivery.IdempotencyKeyReusedException;
import dev.understudy.delivery.NameHeldException;
import dev.understudy.delivery.OperationEndedException;
import dev.understudy.delivery.OperationInFlightException;
import dev.understudy.delivery.UnknownOperationException;
import dev.understudy.shell.Problems;

/**
 * What delivery refuses, as problems for programs, whichever module they asked.
 */
@RestControllerAdvice(annotations = RestController.class)
@Order(0)
class DeliveryProblems {

	@ExceptionHandler
	ProblemDetail unknown(UnknownOperationException ex) {
		return Problems.of(HttpStatus.NOT_FOUND, "not-found", ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail ended(OperationEndedException ex) {
		return Problems.of(HttpStatus.CONFLICT, "illegal-state", ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail inFlight(OperationInFlightException ex) {
		ProblemDetail problem = Problems.of(HttpStatus.CONFLICT, "operation-in-flight", ex.getMessage());
		problem.setProperty("operationId", ex.operationId());
		return problem;
	}

	@ExceptionHandler
	ProblemDetail held(NameHeldException ex) {
		ProblemDetail problem = Problems.of(HttpStatus.CONFLICT, "name-held", ex.getMessage());
		problem.setProperty("operationId", ex.operationId());
		problem.setProperty("experimentId", ex.experimentId());
		return problem;
	}

	@ExceptionHandler
	ProblemDetail keyMissing(IdempotencyKeyMissingException ex) {
		return Problems.of(HttpStatus.BAD_REQUEST, "idempotency-key-required", ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail keyReused(IdempotencyKeyReusedException ex) {
		return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused", ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail inProgress(IdempotencyInProgressException ex) {
		return Problems.of(HttpStatus.CONFLICT, "idempotency-in-progress", ex.getMessage());
	}

}
