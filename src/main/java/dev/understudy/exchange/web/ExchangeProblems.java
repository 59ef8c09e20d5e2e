package dev.understudy.exchange.web;

import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import dev.understudy.exchange.Place;
import dev.understudy.exchange.UnreadableImport;
import dev.understudy.shell.Problems;

/** What the API answers when a text cannot be imported, or a definition not exported. */
@RestControllerAdvice(assignableTypes = { ImportApi.class, ExportApi.class })
@Order(0)
class ExchangeProblems {

	private final Said said;

	// Advice is there in every test of a page, the words' own bean only in this module's.
	ExchangeProblems(MessageSource messages) {
		this.said = new Said(messages);
	}

	@ExceptionHandler
	ProblemDetail unreadable(UnreadableImport ex) {
		ProblemDetail problem = switch (ex.fault()) {
			case TOO_LARGE -> Problems.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", this.said.toProgram(ex));
			case UNSTORABLE ->
				Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "text.unstorable", this.said.toProgram(ex));
			default -> Problems.of(HttpStatus.BAD_REQUEST, "unreadable-import", this.said.toProgram(ex));
		};
		problem.setProperty("fault", ex.fault().id());
		Place place = ex.place();
		if (place != null) {
			problem.setProperty("line", place.line());
			problem.setProperty("column", place.column());
		}
		return problem;
	}

}
