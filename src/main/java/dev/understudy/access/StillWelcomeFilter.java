package dev.understudy.access;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
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
 * every replica within seconds, and whoever did nothing for too long. A panel that
 * refreshes itself does not count as somebody doing something.
 */
class StillWelcomeFilter extends OncePerRequestFilter {

	private static final String CHECKED = StillWelcomeFilter.class.getName();

	private static final String ACTIVE = CHECKED + ".active";

	private static final int SECONDS = 5;

	private final UserRows users;

	private final RememberMe rememberMe;

	private final SignInRecord record;

	private final Clock clock;

	private final Duration idle;

	StillWelcomeFilter(UserRows users, RememberMe rememberMe, SignInRecord record, Clock clock, Duration idle) {
		this.users = users;
		this.rememberMe = rememberMe;
		this.record = record;
		this.clock = clock;
		this.idle = idle;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
		HttpSession session = request.getSession(false);
		if (session != null && signedIn != null && signedIn.getPrincipal() instanceof SignedInUser user) {
			if (isIdle(session)) {
				this.record.idle(user, request.getRemoteAddr());
				this.rememberMe.forget(request, response);
				signOut(session);
			}
			else if (isDue(session) && this.users.find(user.id()).filter(user::isCurrent).isEmpty()) {
				signOut(session);
			}
			else {
				stay(session, request);
			}
		}
		chain.doFilter(request, response);
	}

	private void stay(HttpSession session, HttpServletRequest request) {
		Instant now = this.clock.instant();
		if (!isPolling(request) || session.getAttribute(ACTIVE) == null) {
			session.setAttribute(ACTIVE, now);
		}
		if (isDue(session)) {
			session.setAttribute(CHECKED, now);
			if (!isPolling(request)) {
				this.rememberMe.touch(request);
			}
		}
	}

	private static void signOut(HttpSession session) {
		session.invalidate();
		SecurityContextHolder.clearContext();
	}

	private static boolean isPolling(HttpServletRequest request) {
		return "GET".equals(request.getMethod()) && request.getHeader("HX-Request") != null
				&& request.getHeader("HX-Boosted") == null;
	}

	private boolean isIdle(HttpSession session) {
		return session.getAttribute(ACTIVE) instanceof Instant active
				&& active.plus(this.idle).isBefore(this.clock.instant());
	}

	private boolean isDue(HttpSession session) {
		return !(session.getAttribute(CHECKED) instanceof Instant checked)
				|| checked.plusSeconds(SECONDS).isBefore(this.clock.instant());
	}

}
