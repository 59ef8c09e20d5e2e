package dev.understudy.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import dev.understudy.TestDatabase;
import dev.understudy.actor.Role;
import dev.understudy.audit.AuditQuery;
import dev.understudy.audit.AuditTrail;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureMockMvc
@Import({ TestDatabase.class, Accounts.class })
class IdleTests {

	private static final Duration IDLE = Duration.ofMinutes(30);

	private final UserRows rows;

	private final RememberMe rememberMe;

	private final RememberedSignIns signIns;

	private final SignInRecord record;

	private final AuditTrail trail;

	private final User user;

	private final MockHttpSession session = new MockHttpSession();

	private final Instant start;

	private final Cookie cookie;

	@Autowired
	IdleTests(UserRows rows, RememberMe rememberMe, RememberedSignIns signIns, SignInRecord record, AuditTrail trail,
			Accounts accounts, Clock clock) {
		this.rows = rows;
		this.rememberMe = rememberMe;
		this.signIns = signIns;
		this.record = record;
		this.trail = trail;
		this.user = accounts.user("i" + UUID.randomUUID(), Role.AUTHOR);
		this.start = clock.instant();
		this.cookie = new Cookie("understudy-remember", signIns.remember(this.user.id()));
	}

	@BeforeEach
	void signIn() {
		SignedInUser principal = new SignedInUser(this.user, null);
		SecurityContextHolder.getContext()
			.setAuthentication(
					UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
	}

	@AfterEach
	void forget() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void aPageThatRefreshesItselfDoesNotKeepAnybodySignedIn() throws Exception {
		request(0, false);
		for (int minute = 1; minute <= 30; minute++) {
			assertThat(request(minute, true)).as("minute %d", minute).isTrue();
		}
		assertThat(request(31, true)).isFalse();
		assertThat(this.session.isInvalid()).isTrue();
		assertThat(this.signIns.find(this.cookie.getValue())).as("remembered").isEmpty();
		assertThat(this.trail
			.search(new AuditQuery(this.user.name(), "session.signed-out", null, null, null, null, null), 10, null)
			.items()).singleElement().satisfies((entry) -> assertThat(entry.reason()).isEqualTo("idle"));
	}

	@Test
	void whoeverDoesSomethingStaysSignedIn() throws Exception {
		for (int minute = 0; minute <= 120; minute += 20) {
			assertThat(request(minute, false)).as("minute %d", minute).isTrue();
		}
	}

	private boolean request(int minute, boolean polling) throws Exception {
		Clock clock = Clock.fixed(this.start.plus(Duration.ofMinutes(minute)), ZoneOffset.UTC);
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/experiments");
		request.setSession(this.session);
		request.setCookies(this.cookie);
		if (polling) {
			request.addHeader("HX-Request", "true");
		}
		new StillWelcomeFilter(this.rows, this.rememberMe, this.record, clock, IDLE).doFilter(request,
				new MockHttpServletResponse(), new MockFilterChain());
		return SecurityContextHolder.getContext().getAuthentication() != null;
	}

}
