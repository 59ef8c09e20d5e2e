package dev.understudy.shell;

import java.io.IOException;
import java.util.UUID;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request an id before anything else sees it. An id the client sends is not
 * taken over: what stands in the audit trail is ours.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIdFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String id = idOf(request);
		response.setHeader(RequestId.HEADER, id);
		try (MDC.MDCCloseable _ = MDC.putCloseable(RequestId.KEY, id)) {
			chain.doFilter(request, response);
		}
	}

	// The error page is a second dispatch of the same request.
	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	private static String idOf(HttpServletRequest request) {
		if (request.getAttribute(RequestId.KEY) instanceof String known) {
			return known;
		}
		String id = UUID.randomUUID().toString();
		request.setAttribute(RequestId.KEY, id);
		return id;
	}

}
