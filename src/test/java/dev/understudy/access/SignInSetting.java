package dev.understudy.access;

import java.util.UUID;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.WebAttributes;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.understudy.TestDatabase;
import dev.understudy.actor.Role;
import dev.understudy.audit.AuditTrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Somebody at the door. */
@SpringBootTest
@AutoConfigureMockMvc
@Import({ TestDatabase.class, Accounts.class })
abstract class SignInSetting {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Accounts accounts;

	@Autowired
	Users users;

	@Autowired
	AuditTrail trail;

	User newUser() {
		return this.accounts.user("u" + UUID.randomUUID(), Role.AUTHOR);
	}

	MvcTestResult signIn(String name, String password, String address, MockHttpSession session) {
		MvcTestResult result = this.mvc.post().uri("/sign-in").with(csrf()).with((request) -> {
			request.setRemoteAddr(address);
			return request;
		}).session(session).param("name", name).param("password", password).exchange();
		return (result.getResponse().getForwardedUrl() != null) ? follow(result, name) : result;
	}

	// What the server does and MockMvc does not.
	MvcTestResult follow(MvcTestResult forwarded, String name) {
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

	static MockHttpSession session(MvcTestResult result) {
		MockHttpSession session = (MockHttpSession) result.getRequest().getSession();
		assertThat(session).isNotNull();
		return session;
	}

}
