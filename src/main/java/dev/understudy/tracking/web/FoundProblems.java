package dev.understudy.tracking.web;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import dev.understudy.experiment.AlreadyManagedException;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.shell.Problems;
import dev.understudy.tracking.FoundGoneException;
import dev.understudy.tracking.UnknownFoundException;

/** What the API answers when something found cannot be taken under management. */
@RestControllerAdvice(assignableTypes = FoundApi.class)
@Order(0)
class FoundProblems {

	@ExceptionHandler
	ProblemDetail unknown(UnknownFoundException ex) {
		return Problems.of(HttpStatus.NOT_FOUND, "not-found", ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail managed(AlreadyManagedException ex) {
		ProblemDetail problem = Problems.of(HttpStatus.CONFLICT, "already-managed", ex.getMessage());
		problem.setProperty("experimentId", ex.experimentId());
		return problem;
	}

	@ExceptionHandler
	ProblemDetail gone(FoundGoneException ex) {
		return Problems.of(HttpStatus.CONFLICT, "gone", ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail unreadable(SageMakerRefusal ex) {
		ProblemDetail problem = Problems.of(HttpStatus.BAD_GATEWAY, "sagemaker-unreadable",
				"SageMaker did not let it be read: " + ex.getMessage());
		if (ex.awsRequestId() != null) {
			problem.setProperty("awsRequestId", ex.awsRequestId());
		}
		return problem;
	}

}
