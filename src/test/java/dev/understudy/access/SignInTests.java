package dev.understudy.access;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.WebAttributes;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.understudy.TestDatabase;
import dev.understudy.actor.Role;
import dev.understudy.audit.AuditEntry;
import dev.understudy.audit.AuditQuery;
import dev.understudy.audit.AuditTrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@SpringBootTest
@AutoConfigureMockMvc
@Import({ TestDatabase.class, Accounts.class })
class SignInTests {

	private final MockMvcTester mvc;

	private final Accounts accounts;

	private final Users users;

	private final AuditTrail trail;

	@Autowired
	SignInTests(MockMvcTester mvc, Accounts accounts, Users users, AuditTrail trail) {
		this.mvc = mvc;
		this.accounts = accounts;
		this.users = users;
		this.trail = trail;
	}

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

	@Test
	void whatWasTypedWaitsBehindTheSignIn() {
		User user = newUser();
		MvcTestResult post = this.mvc.post()
			.uri("/settings/tokens?from=page")
			.header("Origin", "http://localhost")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.param("name", "<script>typed</script>")
			.param("row", "1", "2")
			.param("newPassword", "never kept")
			.exchange();
		assertThat(post).hasRedirectedUrl("/sign-in/continue");
		MvcTestResult signedIn = signIn(user.name(), Accounts.PASSWORD, "192.0.2.11", session(post));
		assertThat(signedIn).hasRedirectedUrl("/sign-in/continue");
		MvcTestResult page = this.mvc.get().uri("/sign-in/continue").session(session(signedIn)).exchange();
		assertThat(page).hasStatusOk()
			.bodyText()
			.contains("action=\"/settings/tokens?from=page\"", "name=\"name\" value=\"&lt;script&gt;typed",
					"name=\"row\" value=\"1\"", "name=\"row\" value=\"2\"", "name=\"_csrf\"")
			.doesNotContain("<script>typed", "never kept");
		assertThat(this.mvc.post().uri("/sign-in/continue/discard").with(csrf()).session(session(signedIn)))
			.hasRedirectedUrl("/");
		assertThat(this.mvc.get().uri("/sign-in/continue").session(session(signedIn))).hasRedirectedUrl("/");
	}

	@Test
	void whatHasArrivedIsForgotten() {
		User user = newUser();
		MvcTestResult post = this.mvc.post()
			.uri("/settings/tokens")
			.header("Origin", "http://localhost")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.param("name", "typed")
			.exchange();
		MockHttpSession session = session(signIn(user.name(), Accounts.PASSWORD, "192.0.2.12", session(post)));
		assertThat(this.mvc.post().uri("/sign-in/continue/elsewhere").with(csrf()).session(session)).hasStatus(404);
		assertThat(this.mvc.get().uri("/sign-in/continue").session(session)).hasStatusOk();
		this.mvc.post().uri("/settings/tokens").with(csrf()).session(session).param("name", "typed").exchange();
		assertThat(this.mvc.get().uri("/sign-in/continue").session(session)).hasRedirectedUrl("/");
	}

	@Test
	void manyLongFormsDoNotFillTheMemory() {
		InterruptedPosts posts = new InterruptedPosts();
		List<MockHttpServletRequest> requests = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			MockHttpServletRequest request = new MockHttpServletRequest("POST", "/experiments/new");
			request.setContentType(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
			request.addHeader("Origin", "http://localhost");
			request.addParameter("name", "a".repeat(900_000));
			assertThat(posts.keep(request)).isTrue();
			requests.add(request);
		}
		assertThat(requests).filteredOn((request) -> posts.find(request).isPresent())
			.isEqualTo(requests.subList(12, 20));
	}

	@Test
	void anotherSiteCannotLeaveAFormToContinue() {
		for (String origin : new String[] { "http://evil.example", "https://localhost", "http://localhost:81", "null",
				"http://[", "%", "http://localhost:80:80" }) {
			MvcTestResult post = this.mvc.post()
				.uri("/settings/tokens")
				.header("Origin", origin)
				.contentType(MediaType.APPLICATION_FORM_URLENCODED)
				.param("name", "planted")
				.exchange();
			assertThat(post).hasStatus(403);
		}
	}

	@Test
	void aPanelThatRefreshesItselfIsNotRedirected() {
		assertThat(this.mvc.get().uri("/settings/tokens").header("HX-Request", "true")).hasStatus(401);
	}

	private User newUser() {
		return this.accounts.user("u" + UUID.randomUUID(), Role.AUTHOR);
	}

	private java.util.List<AuditEntry> entries(String actor, String action) {
		return this.trail.search(new AuditQuery(actor, action, null, null, null, null, null), 10, null).items();
	}

	private MvcTestResult signIn(String name, String password, String address, MockHttpSession session) {
		MvcTestResult result = this.mvc.post().uri("/sign-in").with(csrf()).with((request) -> {
			request.setRemoteAddr(address);
			return request;
		}).session(session).param("name", name).param("password", password).exchange();
		return (result.getResponse().getForwardedUrl() != null) ? follow(result, name) : result;
	}

	// What the server does and MockMvc does not.
	private MvcTestResult follow(MvcTestResult forwarded, String name) {
		return this.mvc.post()
			.uri(String.valueOf(forwarded.getResponse().getForwardedUrl()))
			.with(csrf())
			.with((request) -> {
				request.setDispatcherType(DispatcherType.FORWARD);
				request.setAttribute(WebAttributes.AUTHENTICATION_EXCEPTION,
						forwarded.getRequest().getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION));
				return request;
			})
			.param("name", name)
			.exchange();
	}

	private static MockHttpSession session(MvcTestResult result) {
		MockHttpSession session = (MockHttpSession) result.getRequest().getSession();
		assertThat(session).isNotNull();
		return session;
	}

}
