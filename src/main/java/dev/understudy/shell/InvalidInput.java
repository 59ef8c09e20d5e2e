package dev.understudy.shell;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/**
 * One value in a request that Bean Validation refuses.
 *
 * @param pointer JSON Pointer into the body, absent for a parameter
 * @param parameter name of the parameter, absent for the body
 * @param message what is wrong with it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InvalidInput(@Nullable String pointer, @Nullable String parameter, String message) {

	private static final String NOT_ALLOWED = "is not allowed";

	static List<InvalidInput> of(MethodArgumentNotValidException ex) {
		return ex.getBindingResult().getAllErrors().stream().map((error) -> within(ex.getParameter(), error)).toList();
	}

	static List<InvalidInput> of(HandlerMethodValidationException ex) {
		return ex.getParameterValidationResults()
			.stream()
			.flatMap((result) -> result.getResolvableErrors().stream().map((error) -> of(result, error)))
			.toList();
	}

	private static InvalidInput of(ParameterValidationResult result, MessageSourceResolvable error) {
		return (result instanceof ParameterErrors) ? within(result.getMethodParameter(), error)
				: new InvalidInput(null, result.getMethodParameter().getParameterName(), text(error));
	}

	/** In the body, or in parameters that are taken together. */
	private static InvalidInput within(MethodParameter taken, MessageSourceResolvable error) {
		String path = (error instanceof FieldError field) ? field.getField() : "";
		if (!taken.hasParameterAnnotation(RequestBody.class)) {
			return new InvalidInput(null, path, text(error));
		}
		String pointer = path.isEmpty() ? "" : "/" + path.replace("]", "").replaceAll("[.\\[]", "/");
		return new InvalidInput(pointer, null, text(error));
	}

	private static String text(MessageSourceResolvable error) {
		boolean converted = !(error instanceof FieldError field && field.isBindingFailure());
		return converted ? Objects.requireNonNullElse(error.getDefaultMessage(), NOT_ALLOWED) : NOT_ALLOWED;
	}

}
