package dev.understudy.cost.web;

import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import dev.understudy.cost.PriceTableFullException;
import dev.understudy.definition.DocumentTooLarge;
import dev.understudy.definition.MalformedDocument;
import dev.understudy.definition.UnstorableText;
import dev.understudy.experiment.UnknownExperimentException;
import dev.understudy.shell.Problems;
import dev.understudy.target.UnknownTargetException;

/** What the API answers when something cannot be reckoned, or a price table be loaded. */
@RestControllerAdvice(assignableTypes = { CostApi.class, PriceApi.class })
@Order(0)
class CostProblems {

	private final MessageSource messages;

	CostProblems(MessageSource messages) {
		this.messages = messages;
	}

	@ExceptionHandler
	ProblemDetail unknown(UnknownExperimentException ex) {
		return Problems.of(HttpStatus.NOT_FOUND, "not-found", ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail unknown(UnknownTargetException ex) {
		return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "target-unknown", ex.getMessage());
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
	ProblemDetail full(PriceTableFullException ex) {
		return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "prices-too-many", ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail faulty(FaultyPricesException ex) {
		List<LineFault> faults = ex.faults()
			.stream()
			.map((it) -> new LineFault(it.line(), it.problem(),
					this.messages.getMessage("prices.fault." + it.problem(), new Object[] { it.value() },
							Locale.ENGLISH)))
			.toList();
		return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "prices-refused", ex.getMessage(), faults);
	}

	/**
	 * Something wrong on a line.
	 *
	 * @param line where, from 1
	 * @param code what, stable
	 * @param message what, for people
	 */
	record LineFault(int line, String code, String message) {
	}

}
