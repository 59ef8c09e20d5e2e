package dev.understudy.access;

import java.util.List;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.understudy.actor.Role;
import dev.understudy.audit.AuditEntry;
import dev.understudy.audit.AuditQuery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Signing in with a name and a password, and out again. */
class SignInTests extends SignInSetting {

	@Test
	void aPageWithoutSignInLeadsToItAndBack() {
		User user = newUser();
		MvcTestResult first = this.mvc.get().uri("/settings/tokens?x=1").exchange();
		assertThat(first).hasStatus3xxRedirection().hasRedirectedUrl("/sign-in");
		MvcTestResult second = signIn(user.name(), Accounts.PASSWORD, "192.0.2.1", session(first));
		assertThat(second).hasStatus3xxRedirection();
		assertThat(second.getResponse().getRedirectedUrl()).contains("/settings/tokens?x=1");
	}

	@Test
	void signingInIsOnTheRecord() {
		User user = newUser();
		signIn(user.name(), Accounts.PASSWORD, "192.0.2.2", new MockHttpSession());
		assertThat(entries(user.name(), "session.signed-in")).singleElement()
			.satisfies((entry) -> assertThat(entry.address()).isEqualTo("192.0.2.2"));
	}

	@Test
	void theNameMayBeTypedInCapitals() {
		User user = newUser();
		assertThat(signIn("  " + user.name().toUpperCase(java.util.Locale.ROOT), Accounts.PASSWORD, "192.0.2.3",
				new MockHttpSession()))
			.hasStatus3xxRedirection();
	}

	@Test
	void aWrongPasswordIsToldOnThePageWithoutSayingWhichOfBothIsWrong() {
		User user = newUser();
		MvcTestResult wrong = signIn(user.name(), "wrong", "192.0.2.4", new MockHttpSession());
		assertThat(wrong).hasStatus(401)
			.bodyText()
			.contains("The user name or the password is wrong.", "value=\"" + user.name() + "\"");
		MvcTestResult unknown = signIn("nobody-here", "wrong", "192.0.2.4", new MockHttpSession());
		assertThat(unknown).hasStatus(401).bodyText().contains("The user name or the password is wrong.");
		assertThat(this.trail
			.search(new AuditQuery(null, "session.refused", null, user.name(), null, null, null), 10, null)
			.items()).singleElement().satisfies((entry) -> assertThat(entry.reason()).isEqualTo("wrong password"));
	}

	@Test
	void whatIsNoNameIsNeverLookedUpNorRecorded() {
		for (String name : new String[] { "a\0b", "x".repeat(100_000), "🎭", "' or 1=1 --", "" }) {
			assertThat(signIn(name, "secret-in-wrong-field", "192.0.2.5", new MockHttpSession())).hasStatus(401);
		}
		assertThat(this.trail.search(new AuditQuery("sign-in", null, null, null, null, null, null), 200, null).items())
			.noneMatch((entry) -> String.valueOf(entry.target()).contains("or 1=1"));
	}

	@Test
	void aDisabledUserIsToldSo() {
		User user = newUser();
		this.users.enable(user.name(), false, Accounts.TEST);
		assertThat(signIn(user.name(), Accounts.PASSWORD, "192.0.2.6", new MockHttpSession())).hasStatus(401)
			.bodyText()
			.contains("This account is disabled");
	}

	@Test
	void withoutItsPasswordNobodyLearnsThatAnAccountIsDisabled() {
		User user = newUser();
		this.users.enable(user.name(), false, Accounts.TEST);
		assertThat(signIn(user.name(), "wrong", "192.0.2.7", new MockHttpSession())).hasStatus(401)
			.bodyText()
			.contains("The user name or the password is wrong.")
			.doesNotContain("disabled.");
	}

	@Test
	void guessingOnePasswordIsSlowedDownAndLocksNobodyElseOut() {
		User user = newUser();
		for (int i = 0; i < SignInLimit.PER_NAME_AND_ADDRESS; i++) {
			assertThat(signIn(user.name(), "wrong " + i, "198.51.100.1", new MockHttpSession())).hasStatus(401);
		}
		MvcTestResult limited = signIn(user.name(), Accounts.PASSWORD, "198.51.100.1", new MockHttpSession());
		assertThat(limited).hasStatus(429).headers().containsHeader("Retry-After");
		assertThat(limited).bodyText().contains("Too many attempts. Wait");
		assertThat(signIn(user.name(), Accounts.PASSWORD, "198.51.100.1", new MockHttpSession())).hasStatus(429);
		assertThat(signIn(user.name(), Accounts.PASSWORD, "198.51.100.2", new MockHttpSession()))
			.hasStatus3xxRedirection();
		assertThat(this.trail
			.search(new AuditQuery(null, "session.refused", null, user.name(), null, null, null), 20, null)
			.items()).filteredOn((entry) -> "limited".equals(entry.reason())).hasSize(1);
	}

	@Test
	void whoIsDisabledOrChangedIsSignedOut() {
		User user = newUser();
		MockHttpSession session = session(signIn(user.name(), Accounts.PASSWORD, "192.0.2.8", new MockHttpSession()));
		assertThat(this.mvc.get().uri("/settings/tokens").session(session)).hasStatusOk();
		this.users.changeRole(user.name(), Role.VIEWER, Accounts.TEST);
		session.removeAttribute(StillWelcomeFilter.class.getName());
		assertThat(this.mvc.get().uri("/settings/tokens").session(session)).hasRedirectedUrl("/sign-in");
	}

	@Test
	void aSignInOutlivesTheSessionAsAfterARestart() {
		User user = newUser();
		MvcTestResult signedIn = signIn(user.name(), Accounts.PASSWORD, "192.0.2.9", new MockHttpSession());
		Cookie remembered = signedIn.getResponse().getCookie("understudy-remember");
		assertThat(remembered).isNotNull();
		assertThat(remembered.isHttpOnly()).isTrue();
		// Several panels of one page ask at the same time, with the same cookie.
		for (int i = 0; i < 3; i++) {
			assertThat(this.mvc.get().uri("/settings/tokens").cookie(remembered)).hasStatusOk()
				.bodyText()
				.contains(user.name());
		}
		assertThat(entries(user.name(), "session.resumed")).hasSize(3);
		this.users.resetPassword(user.name(), "another password", Accounts.TEST);
		assertThat(this.mvc.get().uri("/settings/tokens").cookie(remembered)).hasRedirectedUrl("/sign-in");
	}

	@Test
	void aPageThatWasOpenBeforeGoesOnWorkingThen() {
		User user = newUser();
		MvcTestResult signedIn = signIn(user.name(), Accounts.PASSWORD, "192.0.2.11", new MockHttpSession());
		Cookie token = new Cookie("understudy-csrf", "the-token-in-its-forms");
		MvcTestResult resumed = this.mvc.get()
			.uri("/settings/tokens")
			.cookie(signedIn.getResponse().getCookie("understudy-remember"), token)
			.exchange();
		assertThat(resumed).hasStatusOk();
		assertThat(resumed.getResponse().getCookie("understudy-csrf")).isNull();
	}

	@Test
	void signingOutForgetsEverything() {
		User user = newUser();
		MvcTestResult signedIn = signIn(user.name(), Accounts.PASSWORD, "192.0.2.10", new MockHttpSession());
		Cookie remembered = signedIn.getResponse().getCookie("understudy-remember");
		MvcTestResult out = this.mvc.post()
			.uri("/sign-out")
			.with(csrf())
			.session(session(signedIn))
			.cookie(remembered)
			.exchange();
		assertThat(out).hasRedirectedUrl("/sign-in?signed-out");
		assertThat(entries(user.name(), "session.signed-out")).hasSize(1);
		assertThat(this.mvc.get().uri("/settings/tokens").cookie(remembered)).hasRedirectedUrl("/sign-in");
	}

	private java.util.List<AuditEntry> entries(String actor, String action) {
		return this.trail.search(new AuditQuery(actor, action, null, null, null, null, null), 10, null).items();
	}

}
