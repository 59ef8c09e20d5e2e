package dev.understudy.access;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** What was typed while nobody was signed in waits behind the sign-in. */
class InterruptedPostsTests extends SignInSetting {

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

}
