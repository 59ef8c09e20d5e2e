package dev.understudy.experiment.web;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import dev.understudy.definition.DocumentTooLarge;
import dev.understudy.definition.Finding;
import dev.understudy.definition.MalformedDocument;
import dev.understudy.definition.UnstorableText;
import dev.understudy.experiment.DefinitionRefusedException;
import dev.understudy.experiment.IllegalPhaseException;
import dev.understudy.experiment.LabelRefusedException;
import dev.understudy.experiment.NoSuchSideException;
import dev.understudy.experiment.NothingToChangeException;
import dev.understudy.experiment.PreflightBlockedException;
import dev.understudy.experiment.StaleExperimentException;
import dev.understudy.experiment.StaleRevisionException;
import dev.understudy.experiment.UnknownExperimentException;
import dev.understudy.shell.Problems;
import dev.understudy.target.UnknownTargetException;

/**
 * What the API answers when something cannot be done with an experiment, whichever module
 * was asked.
 */
@RestControllerAdvice(annotations = RestController.class)
@Order(0)
class ExperimentProblems {

	@ExceptionHandler
	ProblemDetail unknown(UnknownExperimentException ex) {
		return Problems.of(HttpStatus.NOT_FOUND, "not-found", ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail missing(NoSuchSideException ex) {
		return Problems.of(HttpStatus.NOT_FOUND, "not-found", ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail unknown(UnknownTargetException ex) {
		return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "target-unknown", ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail stale(StaleRevisionException ex) {
		ProblemDetail problem = Problems.of(HttpStatus.PRECONDITION_FAILED, "stale-revision", ex.getMessage());
		problem.setProperty("current", RevisionBody.item(ex.current()));
		return problem;
	}

	@ExceptionHandler
	ProblemDetail stale(StaleExperimentException ex) {
		return Problems.of(HttpStatus.PRECONDITION_FAILED, "stale-experiment", ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail unconditional(MissingIfMatchException ex) {
		return Problems.of(HttpStatus.PRECONDITION_REQUIRED, "if-match-required", ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail refused(DefinitionRefusedException ex) {
		return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "definition-refused", ex.getMessage(),
				ex.findings().stream().filter(Finding::forbids).toList());
	}

	@ExceptionHandler
	ProblemDetail blocked(PreflightBlockedException ex) {
		return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "preflight-blocked", ex.getMessage(), ex.findings());
	}

	@ExceptionHandler
	ProblemDetail illegal(IllegalPhaseException ex) {
		ProblemDetail problem = Problems.of(HttpStatus.CONFLICT,
				(ex.operationId() != null) ? "operation-in-flight" : "illegal-state", ex.getMessage());
		problem.setProperty("phase", ex.phase());
		return naming(problem, ex.operationId());
	}

	@ExceptionHandler
	ProblemDetail unstorable(UnstorableText ex) {
		return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, ex.findings().getFirst().rule(), ex.getMessage(),
				ex.findings());
	}

	@ExceptionHandler
	ProblemDetail tooLarge(DocumentTooLarge ex) {
		return Problems.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail malformed(MalformedDocument ex) {
		return Problems.of(HttpStatus.BAD_REQUEST, "unreadable-json", ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail refused(LabelRefusedException ex) {
		return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "label-" + ex.reason().id(), ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail unchanged(NothingToChangeException ex) {
		return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "nothing-to-change", ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail busy(PessimisticLockingFailureException ex) {
		return Problems.of(HttpStatus.CONFLICT, "conflict",
				"Somebody else is changing this right now. Nothing of this request was kept. Try again.");
	}

	private static ProblemDetail naming(ProblemDetail problem, @Nullable UUID operationId) {
		if (operationId != null) {
			problem.setProperty("operationId", operationId);
		}
		return problem;
	}

}
