package dev.understudy.actor;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for something: a signed-in user, an API token or the system itself. Goes with
 * every change, so that the audit trail can say who, from where and in which request.
 *
 * @param kind what kind of actor this is
 * @param name user name, the token's "owner/token name", or the part of the system
 * @param permissions what the actor may do
 * @param requestId id of the request or of the system's own run
 * @param address network address the request came from; absent for the system
 */
public record Actor(Kind kind, String name, Set<Permission> permissions, String requestId, @Nullable String address) {

	public Actor {
		permissions = Set.copyOf(permissions);
	}

	/**
	 * The system acting on its own.
	 * @param part which part of it, such as "delivery"
	 * @param requestId id of this run, such as the operation's
	 * @return an actor with no permissions over HTTP
	 */
	public static Actor system(String part, String requestId) {
		return new Actor(Kind.SYSTEM, part, Set.of(), requestId, null);
	}

	/**
	 * Whether the actor holds a permission.
	 * @param permission the permission asked for
	 * @return true if it is among the actor's
	 */
	public boolean may(Permission permission) {
		return this.permissions.contains(permission);
	}

	/** What kind of actor somebody is. */
	public enum Kind {

		USER, TOKEN, SYSTEM;

		/**
		 * The spelling in JSON and the database.
		 * @return the name in lower case
		 */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
