package dev.understudy.experiment;

import dev.understudy.actor.Actor;
import dev.understudy.actor.Role;

/** People of the tests. */
public final class Actors {

	private Actors() {
	}

	public static Actor author() {
		return user("author", Role.AUTHOR);
	}

	public static Actor user(String name, Role role) {
		return new Actor(Actor.Kind.USER, name, role.permissions(), "test", "127.0.0.1");
	}

	public static Actor token(String name) {
		return new Actor(Actor.Kind.TOKEN, name, Role.AUTHOR.permissions(), "test", "127.0.0.1");
	}

}
