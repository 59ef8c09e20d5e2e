package dev.understudy.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Remembers when this replica looked at an experiment last. Being in a list unchanged
 * counts as a look. After a restart nothing is remembered, which costs a look more.
 */
@Component
class Looks {

	/** Nobody asks for longer. */
	private static final Duration REMEMBERED = Duration.ofHours(1);

	private final Map<UUID, Instant> tried = new ConcurrentHashMap<>();

	private final Map<UUID, Instant> succeeded = new ConcurrentHashMap<>();

	/** Notes that it is looked at, whatever comes of it. */
	void tried(UUID experiment, Instant now) {
		this.tried.put(experiment, now);
	}

	/** Notes that what SageMaker says of it is known as of then. */
	void succeeded(UUID experiment, Instant at) {
		this.tried.put(experiment, at);
		this.succeeded.put(experiment, at);
	}

	/** Whether it was looked at no longer ago than that. */
	boolean isFresh(UUID experiment, Instant now, Duration age) {
		Instant last = this.tried.get(experiment);
		return last != null && now.isBefore(last.plus(age));
	}

	/** As of when what SageMaker says of it is known; null if this replica cannot say. */
	@Nullable Instant last(UUID experiment) {
		return this.succeeded.get(experiment);
	}

	/** Forgets what is of no use any more. */
	void tidy(Instant now) {
		Instant old = now.minus(REMEMBERED);
		this.tried.values().removeIf((at) -> at.isBefore(old));
		this.succeeded.values().removeIf((at) -> at.isBefore(old));
	}

}
