package dev.understudy.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** Tells requests of programs from those of people: by path, never by headers. */
final class ApiRequests {

	private ApiRequests() {
	}

	static boolean matches(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		String uri = (failed instanceof String before) ? before : request.getRequestURI();
		String path = uri.substring(Math.min(uri.length(), request.getContextPath().length()));
		return path.equals("/api") || path.startsWith("/api/");
	}

}
