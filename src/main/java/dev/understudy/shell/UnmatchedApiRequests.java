package dev.understudy.shell;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers with a problem where a request below <code>/api</code> met no controller: an
 * unknown path, a method, content type or format nobody takes.
 */
class UnmatchedApiRequests implements HandlerExceptionResolver {

	private final ApiProblems problems;

	UnmatchedApiRequests(ApiProblems problems) {
		this.problems = problems;
	}

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception ex) {
		if (handler instanceof HandlerMethod || !ApiRequests.matches(request)) {
			return null;
		}
		try {
			ResponseEntity<Object> answer = this.problems.handleException(ex, new ServletWebRequest(request, response));
			if (answer == null || !(answer.getBody() instanceof ProblemDetail problem)) {
				return null;
			}
			answer.getHeaders().forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
			ProblemWriter.write(response, problem);
			return new ModelAndView();
		}
		catch (IOException gone) {
			return new ModelAndView();
		}
		// Not one of Spring MVC's own: the next resolver's, and in the end ErrorPages'.
		catch (Exception foreign) {
			return null;
		}
	}

}
