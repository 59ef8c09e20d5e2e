package dev.understudy.shell;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
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

	static List<InvalidInput> of(MethodArgumentNotValidException ex) {
		return ex.getBindingResult().getAllErrors().stream().map(InvalidInput::inBody).toList();
	}

	static List<InvalidInput> of(HandlerMethodValidationException ex) {
		return ex.getParameterValidationResults()
			.stream()
			.flatMap((result) -> result.getResolvableErrors().stream().map((error) -> of(result, error)))
			.toList();
	}

	private static InvalidInput of(ParameterValidationResult result, MessageSourceResolvable error) {
		return (result instanceof ParameterErrors) ? inBody(error)
				: new InvalidInput(null, result.getMethodParameter().getParameterName(), text(error));
	}

	private static InvalidInput inBody(MessageSourceResolvable error) {
		String path = (error instanceof FieldError field) ? field.getField() : "";
		String pointer = path.isEmpty() ? "" : "/" + path.replace("]", "").replaceAll("[.\\[]", "/");
		return new InvalidInput(pointer, null, text(error));
	}

	private static String text(MessageSourceResolvable error) {
		return Objects.requireNonNullElse(error.getDefaultMessage(), "is not allowed");
	}

}
