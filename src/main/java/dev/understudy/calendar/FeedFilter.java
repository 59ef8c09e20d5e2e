package dev.understudy.calendar;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import dev.understudy.access.User;
import dev.understudy.actor.Permission;

/**
 * Signs a calendar program in by the secret in its address, for one request and with
 * nothing but reading. What opens nothing gets the answer of a page that is not there.
 */
class FeedFilter extends OncePerRequestFilter {

	static final String PARAMETER = "key";

	private final Feeds feeds;

	private final FeedLimit limit;

	FeedFilter(Feeds feeds, FeedLimit limit) {
		this.feeds = feeds;
		this.limit = limit;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String secret = String.valueOf(request.getParameter(PARAMETER));
		String address = "address " + request.getRemoteAddr();
		Optional<User> owner = this.feeds.open(secret)
			.filter((user) -> user.role().permissions().contains(Permission.READ));
		OptionalLong wait = this.limit.count(owner.map((user) -> "feed " + user.name()).orElse(address));
		if (wait.isPresent()) {
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.getAsLong()));
			response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
		}
		else if (owner.isEmpty()) {
			response.setStatus(HttpStatus.NOT_FOUND.value());
		}
		else {
			signIn(owner.get().name());
			chain.doFilter(request, response);
		}
	}

	private static void signIn(String name) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(name, null,
				AuthorityUtils.createAuthorityList(Permission.READ.name())));
		SecurityContextHolder.setContext(context);
	}

}
