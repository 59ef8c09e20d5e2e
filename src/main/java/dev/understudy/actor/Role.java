package dev.understudy.actor;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a user or token is to this installation. The enum is the whole table of rights.
 */
public enum Role {

	VIEWER(Permission.READ, Permission.OWN_TOKENS),

	AUTHOR(Permission.READ, Permission.OWN_TOKENS, Permission.WRITE, Permission.COMMENT, Permission.CHANGE_PRODUCTION),

	REVIEWER(Permission.READ, Permission.OWN_TOKENS, Permission.COMMENT),

	AUDITOR(Permission.READ, Permission.OWN_TOKENS, Permission.READ_AUDIT),

	ADMIN(Permission.values());

	private final Set<Permission> permissions;

	Role(Permission... permissions) {
		this.permissions = Collections.unmodifiableSet(EnumSet.copyOf(Arrays.asList(permissions)));
	}

	/**
	 * What this role allows.
	 * @return an unmodifiable set, never empty
	 */
	public Set<Permission> permissions() {
		return this.permissions;
	}

	/**
	 * Whether everything this role allows is allowed by the other one too, so that a
	 * token of this role can be handed out by somebody of the other.
	 * @param other the role to compare with
	 * @return true if this role allows no more than the other
	 */
	public boolean isWithin(Role other) {
		return other.permissions.containsAll(this.permissions);
	}

	/**
	 * The spelling in JSON, URLs and the database.
	 * @return the name in lower case
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Reads the spelling of {@link #id()}.
	 * @param id a role's name in lower case
	 * @return the role
	 * @throws IllegalArgumentException if there is no such role
	 */
	public static Role of(String id) {
		return valueOf(id.toUpperCase(Locale.ROOT));
	}

}
