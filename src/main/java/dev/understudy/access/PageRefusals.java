package dev.understudy.access;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * What happens to people who are not signed in or may not do something: they sign in and
 * go on, with what they had typed, or read why not.
 */
@Component
class PageRefusals extends SavedRequestAwareAuthenticationSuccessHandler
		implements AuthenticationEntryPoint, AccessDeniedHandler {

	static final String CONTINUE = "/sign-in/continue";

	private final InterruptedPosts posts;

	PageRefusals(InterruptedPosts posts) {
		this.posts = posts;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException {
		if (request.getHeader("HX-Request") != null) {
			response.sendError(HttpStatus.UNAUTHORIZED.value());
			return;
		}
		this.posts.keep(request);
		response.sendRedirect(request.getContextPath() + "/sign-in");
	}

	// The CSRF token is checked first, so a form of a page that outlived its sign-in ends
	// here.
	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException {
		if (ex instanceof CsrfException && this.posts.keep(request)) {
			response.sendRedirect(request.getContextPath() + CONTINUE);
			return;
		}
		response.sendError(HttpStatus.FORBIDDEN.value());
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication signedIn) throws IOException, ServletException {
		if (this.posts.find(request).isPresent()) {
			response.sendRedirect(request.getContextPath() + CONTINUE);
			return;
		}
		super.onAuthenticationSuccess(request, response, signedIn);
	}

}
