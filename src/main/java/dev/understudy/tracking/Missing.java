package dev.understudy.tracking;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import dev.understudy.experiment.Watched;

/**
 * Remembers since when an experiment was not found. Kept in memory only: after a restart
 * the doubt begins anew, which can delay the conclusion but never make it wrong.
 */
@Component
class Missing {

	private final TrackingProperties properties;

	private final Map<UUID, Instant> since = new ConcurrentHashMap<>();

	Missing(TrackingProperties properties) {
		this.properties = properties;
	}

	/**
	 * Notes that an experiment was not found.
	 * @param one the experiment
	 * @param now when it was looked for
	 * @return true if it was missed long enough to say that it is gone
	 */
	boolean isCertain(Watched one, Instant now) {
		Instant first = this.since.computeIfAbsent(one.id(), (id) -> now);
		return !now.isBefore(first.plus(this.properties.missingFor()))
				&& !now.isBefore(one.liveAt().plus(this.properties.settling()));
	}

	void found(Watched one) {
		this.since.remove(one.id());
	}

	boolean isDoubted(Watched one) {
		return this.since.containsKey(one.id());
	}

}
