package dev.understudy.access;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs out whoever was disabled, got another role or another password meanwhile, on
 * every replica within seconds.
 */
class StillWelcomeFilter extends OncePerRequestFilter {

	private static final String CHECKED = StillWelcomeFilter.class.getName();

	private static final int SECONDS = 5;

	private final UserRows users;

	private final RememberMe rememberMe;

	private final Clock clock;

	StillWelcomeFilter(UserRows users, RememberMe rememberMe, Clock clock) {
		this.users = users;
		this.rememberMe = rememberMe;
		this.clock = clock;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
		HttpSession session = request.getSession(false);
		if (session != null && signedIn != null && signedIn.getPrincipal() instanceof SignedInUser user
				&& isDue(session)) {
			if (this.users.find(user.id()).filter(user::isCurrent).isPresent()) {
				session.setAttribute(CHECKED, this.clock.instant());
				this.rememberMe.touch(request);
			}
			else {
				session.invalidate();
				SecurityContextHolder.clearContext();
			}
		}
		chain.doFilter(request, response);
	}

	private boolean isDue(HttpSession session) {
		return !(session.getAttribute(CHECKED) instanceof Instant checked)
				|| checked.plusSeconds(SECONDS).isBefore(this.clock.instant());
	}

}
