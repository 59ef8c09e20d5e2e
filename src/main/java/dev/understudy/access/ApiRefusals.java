package dev.understudy.access;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

import dev.understudy.shell.ProblemWriter;
import dev.understudy.shell.Problems;

/**
 * How the API says that a program is not signed in, or may not do something (RFC 6750).
 */
class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException {
		boolean refused = request.getAttribute(BearerTokenFilter.REFUSED) != null;
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE,
				"Bearer realm=\"understudy\"" + (refused ? ", error=\"invalid_token\"" : ""));
		ProblemWriter.write(response,
				Problems.of(HttpStatus.UNAUTHORIZED, "unauthenticated",
						refused ? "This token is unknown, expired, revoked, or its owner may not come in any more."
								: "Send an API token: Authorization: Bearer us_…"));
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException {
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"understudy\", error=\"insufficient_scope\"");
		ProblemWriter.write(response,
				Problems.of(HttpStatus.FORBIDDEN, "forbidden", "The role of this token does not include this."));
	}

}
