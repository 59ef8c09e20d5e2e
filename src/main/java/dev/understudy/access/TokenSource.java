package dev.understudy.access;

import java.io.Serializable;
import java.util.Optional;

import dev.understudy.actor.Role;

/**
 * Knows bearer tokens. Beans of this type are asked in turn; the first that knows a token
 * decides.
 */
@FunctionalInterface
public interface TokenSource {

	/**
	 * Looks a token up.
	 * @param token what the program sent after "Bearer", unchecked
	 * @return whose it is, or empty if this source does not know it or it is not good any
	 * more
	 */
	Optional<KnownToken> find(String token);

	/**
	 * A token that is good now.
	 *
	 * @param owner name of the user it acts for
	 * @param name what it is called
	 * @param role what it allows now
	 */
	record KnownToken(String owner, String name, Role role) implements Serializable {

		/**
		 * The name it has in the audit trail.
		 * @return "owner/name"
		 */
		public String fullName() {
			return this.owner + "/" + this.name;
		}

	}

}
