package dev.understudy.access;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.access.AccessEvent.Resumed;
import dev.understudy.access.AccessEvent.SignInRefused;
import dev.understudy.access.AccessEvent.SignedIn;
import dev.understudy.access.AccessEvent.SignedOut;
import dev.understudy.actor.Actor;
import dev.understudy.actor.Permission;
import dev.understudy.shell.RequestId;

/** Puts sign-ins on the record. */
@Component
@Transactional
class SignInRecord {

	private final UserRows users;

	private final ApplicationEventPublisher events;

	SignInRecord(UserRows users, ApplicationEventPublisher events) {
		this.users = users;
		this.events = events;
	}

	void signedIn(String name, String address) {
		Set<Permission> permissions = this.users.find(name).orElseThrow().role().permissions();
		this.events.publishEvent(new SignedIn(actor(name, permissions, address)));
	}

	void resumed(SignedInUser user, String address) {
		this.events.publishEvent(new Resumed(actor(user, address)));
	}

	void signedOut(SignedInUser user, String address) {
		this.events.publishEvent(new SignedOut(actor(user, address), "asked to"));
	}

	void idle(SignedInUser user, String address) {
		this.events.publishEvent(new SignedOut(actor(user, address), "idle"));
	}

	private static Actor actor(SignedInUser user, String address) {
		return actor(user.getUsername(), user.role().permissions(), address);
	}

	private static Actor actor(String name, Set<Permission> permissions, String address) {
		return new Actor(Actor.Kind.USER, name, permissions, RequestId.current(), address);
	}

	void refused(String name, String address, AuthenticationException ex) {
		Actor nobody = new Actor(Actor.Kind.SYSTEM, "sign-in", Set.of(), RequestId.current(), address);
		String known = this.users.find(name).map(User::name).orElse(null);
		this.events.publishEvent(new SignInRefused(nobody, known, reason(ex, known)));
	}

	private static String reason(AuthenticationException ex, @Nullable String known) {
		return switch (ex) {
			case DisabledException disabled -> "disabled";
			case TooManyAttemptsException limited -> "limited";
			default -> (known != null) ? "wrong password" : "unknown user";
		};
	}

}
