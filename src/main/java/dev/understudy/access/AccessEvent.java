package dev.understudy.access;

import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.understudy.actor.Actor;
import dev.understudy.audit.Audited;
import dev.understudy.shell.StrictJson;

/** What happens to users, tokens and sign-ins, as the audit trail hears it. */
sealed interface AccessEvent extends Audited {

	/** A user was made. */
	record UserMade(Actor actor, User user) implements AccessEvent {

		@Override
		public String action() {
			return "user.made";
		}

		@Override
		public String target() {
			return this.user.name();
		}

		@Override
		public String after() {
			return json(state(this.user));
		}

	}

	/** A user was changed. */
	record UserChanged(Actor actor, String target, String before, String after) implements AccessEvent {

		static UserChanged of(Actor actor, User before, User after) {
			return new UserChanged(actor, before.name(), json(state(before)), json(state(after)));
		}

		static UserChanged password(Actor actor, User user) {
			return new UserChanged(actor, user.name(), json(Map.of("password", "old")),
					json(Map.of("password", "new")));
		}

		@Override
		public String action() {
			return "user.changed";
		}

	}

	/** An API token was made. */
	record TokenMade(Actor actor, ApiToken token) implements AccessEvent {

		@Override
		public String action() {
			return "token.made";
		}

		@Override
		public String target() {
			return this.token.fullName();
		}

		@Override
		public String after() {
			return json(new TreeMap<>(
					Map.of("role", this.token.role().id(), "expiresAt", this.token.expiresAt().toString())));
		}

	}

	/** An API token was revoked. */
	record TokenRevoked(Actor actor, ApiToken token) implements AccessEvent {

		@Override
		public String action() {
			return "token.revoked";
		}

		@Override
		public String target() {
			return this.token.fullName();
		}

	}

	/** Somebody signed in. */
	record SignedIn(Actor actor) implements AccessEvent {

		@Override
		public String action() {
			return "session.signed-in";
		}

		@Override
		public String target() {
			return actor().name();
		}

	}

	/** Somebody came back whose sign-in had outlived their session. */
	record Resumed(Actor actor) implements AccessEvent {

		@Override
		public String action() {
			return "session.resumed";
		}

		@Override
		public String target() {
			return actor().name();
		}

	}

	/** Somebody signed out, or did nothing for too long. */
	record SignedOut(Actor actor, String reason) implements AccessEvent {

		@Override
		public String action() {
			return "session.signed-out";
		}

		@Override
		public String target() {
			return actor().name();
		}

	}

	/**
	 * Somebody was not let in. Names only users there are: what else was typed may be a
	 * password in the wrong field.
	 */
	record SignInRefused(Actor actor, @Nullable String target, String reason) implements AccessEvent {

		@Override
		public String action() {
			return "session.refused";
		}

	}

	private static Map<String, Object> state(User user) {
		return new TreeMap<>(Map.of("role", user.role().id(), "enabled", user.enabled()));
	}

	private static String json(Map<String, ?> values) {
		return StrictJson.mapper().writeValueAsString(values);
	}

}
