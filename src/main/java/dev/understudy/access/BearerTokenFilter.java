package dev.understudy.access;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import dev.understudy.access.TokenSource.KnownToken;

/**
 * Signs programs in by their bearer token, for one request. A token that is no good makes
 * the request anonymous, and {@link ApiRefusals} says so.
 */
class BearerTokenFilter extends OncePerRequestFilter {

	static final String REFUSED = BearerTokenFilter.class.getName() + ".refused";

	private static final String SCHEME = "Bearer ";

	private final List<TokenSource> sources;

	BearerTokenFilter(List<TokenSource> sources) {
		this.sources = List.copyOf(sources);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			String token = header.substring(SCHEME.length()).strip();
			find(token).ifPresentOrElse(BearerTokenFilter::signIn, () -> request.setAttribute(REFUSED, true));
		}
		chain.doFilter(request, response);
	}

	private Optional<KnownToken> find(String token) {
		return this.sources.stream().flatMap((source) -> source.find(token).stream()).findFirst();
	}

	private static void signIn(KnownToken token) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(new TokenAuthentication(token));
		SecurityContextHolder.setContext(context);
	}

}
