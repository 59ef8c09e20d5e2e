package dev.understudy.calendar;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * That somebody has an address calendar programs may read.
 *
 * @param owner the user's name
 * @param createdAt when it was made
 * @param lastUsedAt when it was read last, to the hour; null for never
 */
public record Feed(String owner, Instant createdAt, @Nullable Instant lastUsedAt) {

}
