package dev.understudy.access;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import dev.understudy.actor.Actor;
import dev.understudy.actor.Role;

/** A user of each role, with a session or a token. */
@TestComponent
public class Accounts {

	static final String PASSWORD = "correct horse battery";

	static final Actor TEST = Actor.system("test", "test-request");

	private final Users users;

	private final Tokens tokens;

	private final Map<Role, String> secrets = new ConcurrentHashMap<>();

	Accounts(Users users, Tokens tokens) {
		this.users = users;
		this.tokens = tokens;
	}

	User user(Role role) {
		return user("test-" + role.id(), role);
	}

	User user(String name, Role role) {
		return this.users.find(name).orElseGet(() -> this.users.create(name, PASSWORD, role, TEST));
	}

	RequestPostProcessor session(Role role) {
		return session(user(role));
	}

	RequestPostProcessor session(User user) {
		return SecurityMockMvcRequestPostProcessors.user(new SignedInUser(user, null));
	}

	RequestPostProcessor bearer(Role role) {
		return bearer(token(role));
	}

	static RequestPostProcessor bearer(String token) {
		return (request) -> {
			request.addHeader("Authorization", "Bearer " + token);
			return request;
		};
	}

	String token(Role role) {
		return this.secrets.computeIfAbsent(role,
				(missing) -> this.tokens.make(user(role).name(), "test", role, Duration.ofDays(1), TEST));
	}

}
