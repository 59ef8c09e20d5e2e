package dev.understudy.access;

import java.time.Instant;
import java.util.UUID;

import dev.understudy.actor.Role;

/**
 * Somebody who may sign in.
 *
 * @param id UUIDv7
 * @param name what they sign in with; lower case
 * @param role what they may do
 * @param enabled whether they may sign in now
 * @param version goes up with every change
 * @param createdAt when the account was made
 */
public record User(UUID id, String name, Role role, boolean enabled, int version, Instant createdAt) {

}
