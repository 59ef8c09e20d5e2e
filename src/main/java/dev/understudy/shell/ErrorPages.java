package dev.understudy.shell;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.autoconfigure.error.AbstractErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where requests end that failed on their way: people get a page in words, programs a
 * problem. Which of the two depends on the path alone.
 */
@Controller
@ConditionalOnWebApplication
class ErrorPages extends AbstractErrorController {

	private final ErrorAttributes attributes;

	ErrorPages(ErrorAttributes attributes, List<ErrorViewResolver> resolvers) {
		super(attributes, resolvers);
		this.attributes = attributes;
	}

	@RequestMapping("${server.error.path:/error}")
	@Nullable ModelAndView error(HttpServletRequest request, HttpServletResponse response) throws IOException {
		boolean outage = Outage.isBehind(this.attributes.getError(new ServletWebRequest(request)));
		HttpStatus status = outage ? HttpStatus.SERVICE_UNAVAILABLE : getStatus(request);
		if (outage) {
			response.setHeader(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER);
		}
		if (ApiRequests.matches(request)) {
			ProblemWriter.write(response, outage ? Outage.problem() : problem(status));
			return null;
		}
		response.setStatus(status.value());
		ModelAndView page = resolveErrorView(request, response, status, Map.of("status", status.value()));
		return (page != null) ? page : new ModelAndView("error/5xx", status);
	}

	private static ProblemDetail problem(HttpStatus status) {
		return status.is5xxServerError() ? ApiProblems.internal()
				: Problems.of(status, Problems.codeOf(status), status.getReasonPhrase());
	}

}
