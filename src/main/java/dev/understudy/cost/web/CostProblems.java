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
import dev.understudy.shell.Problems;

/** What the API answers when something cannot be reckoned, or a price table be loaded. */
@RestControllerAdvice(assignableTypes = { CostApi.class, PriceApi.class })
@Order(0)
class CostProblems {

	private final MessageSource messages;

	CostProblems(MessageSource messages) {
		this.messages = messages;
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
