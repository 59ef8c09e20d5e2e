package dev.understudy.catalog;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How the last reading of a target went.
 *
 * @param triedAt when that was tried
 * @param readAt when it succeeded last; null if it never did
 * @param problem why the last try failed, in AWS's words
 */
public record CatalogReading(@Nullable Instant triedAt, @Nullable Instant readAt, @Nullable String problem) {

	static final CatalogReading NONE = new CatalogReading(null, null, null);

	/** Nobody tries again at once where SageMaker has just failed to answer. */
	private static final Duration PAUSE = Duration.ofSeconds(10);

	boolean isOlderThan(Duration age, Instant now) {
		return this.readAt == null || this.readAt.plus(age).isBefore(now);
	}

	boolean isToBeTriedAgain(Instant now) {
		return this.triedAt == null || this.triedAt.plus(PAUSE).isBefore(now);
	}

}
