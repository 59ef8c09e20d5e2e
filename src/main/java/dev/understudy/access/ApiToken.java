package dev.understudy.access;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.understudy.actor.Role;

/**
 * A token a program signs in with, without its secret.
 *
 * @param id UUIDv7
 * @param owner name of the user it belongs to
 * @param name what the owner calls it
 * @param role what it allows; where that is more than its owner may by now, it does not
 * work
 * @param createdAt when it was made
 * @param expiresAt when it stops working
 * @param lastUsedAt when it was used last, to the minute; absent if never
 * @param revokedAt when it was revoked; absent if not
 */
public record ApiToken(UUID id, String owner, String name, Role role, Instant createdAt, Instant expiresAt,
		@Nullable Instant lastUsedAt, @Nullable Instant revokedAt) {

	/**
	 * The name others know it by.
	 * @return "owner/name"
	 */
	public String fullName() {
		return this.owner + "/" + this.name;
	}

	/**
	 * Whether it can be used.
	 * @param now the time
	 * @return true if it is neither revoked nor expired
	 */
	public boolean isActive(Instant now) {
		return this.revokedAt == null && now.isBefore(this.expiresAt);
	}

}
