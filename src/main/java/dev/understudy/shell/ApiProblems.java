package dev.understudy.shell;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Turns whatever a REST controller throws into a problem. Modules map their own
 * exceptions in an advice of their own, ordered before this one.
 */
@RestControllerAdvice(annotations = RestController.class)
@Order(50)
class ApiProblems extends ResponseEntityExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);

	@ExceptionHandler
	ProblemDetail stale(OptimisticLockingFailureException ex) {
		return Problems.of(HttpStatus.CONFLICT, "conflict",
				"Somebody else changed this at the same time. Nothing of this request was kept. Read it again and retry.");
	}

	@ExceptionHandler
	ProblemDetail badToken(PageTokenException ex) {
		return Problems.of(HttpStatus.BAD_REQUEST, "page-token", ex.getMessage());
	}

	// Spring Security's own filter answers these.
	@ExceptionHandler
	void denied(AccessDeniedException ex) {
		throw ex;
	}

	@ExceptionHandler
	void unauthenticated(AuthenticationException ex) {
		throw ex;
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> unexpected(Exception ex) {
		if (Outage.isBehind(ex)) {
			log.warn("A request to the API did not reach the database: {}", ex.getMessage());
			return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
				.header(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER)
				.body(Outage.problem());
		}
		log.error("A request to the API failed unexpectedly", ex);
		return ResponseEntity.internalServerError().body(internal());
	}

	static ProblemDetail internal() {
		return Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal",
				"Something went wrong on our side. The request id finds it in the log.");
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		ProblemDetail problem = UnreadableJson.explain(ex);
		return handleExceptionInternal(ex, problem, headers, HttpStatusCode.valueOf(problem.getStatus()), request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(NoResourceFoundException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return handleExceptionInternal(ex, nothingHere(), headers, status, request);
	}

	/** An address with something else where an id belongs leads nowhere. */
	@Override
	protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException ex, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		boolean inPath = ex instanceof MethodArgumentTypeMismatchException mismatch
				&& mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
		return inPath ? handleExceptionInternal(ex, nothingHere(), headers, HttpStatus.NOT_FOUND, request)
				: super.handleTypeMismatch(ex, headers, status, request);
	}

	private static ProblemDetail nothingHere() {
		return Problems.of(HttpStatus.NOT_FOUND, "not-found", "There is nothing at this address.");
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return handleExceptionInternal(ex, invalid(status, InvalidInput.of(ex)), headers, status, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
			HandlerMethodValidationException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return handleExceptionInternal(ex, invalid(status, InvalidInput.of(ex)), headers, status, request);
	}

	private static ProblemDetail invalid(HttpStatusCode status, List<InvalidInput> errors) {
		return Problems.of(status, "invalid-input", "Some of what was sent is not allowed here; see errors.", errors);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception ex, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		if (status.is5xxServerError()) {
			log.error("A request to the API failed unexpectedly", ex);
		}
		ProblemDetail problem = problem(ex, body, status);
		if (problem.getProperties() == null || !problem.getProperties().containsKey("code")) {
			Problems.complete(problem, Problems.codeOf(status));
		}
		return super.handleExceptionInternal(ex, problem, headers, status, request);
	}

	private ProblemDetail problem(Exception ex, @Nullable Object body, HttpStatusCode status) {
		if (body instanceof ProblemDetail given) {
			return given;
		}
		return (ex instanceof ErrorResponse response)
				? response.updateAndGetBody(getMessageSource(), LocaleContextHolder.getLocale())
				: ProblemDetail.forStatusAndDetail(status, ex.getMessage());
	}

	@Override
	protected ResponseEntity<Object> createResponseEntity(@Nullable Object body, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		return new ResponseEntity<>(Objects.requireNonNull(body), headers, status);
	}

}
