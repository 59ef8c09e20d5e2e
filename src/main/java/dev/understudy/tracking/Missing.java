package dev.understudy.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import dev.understudy.experiment.Sightings;
import dev.understudy.experiment.Watched;

/**
 * Remembers since when an experiment was not found. Kept in memory only: after a restart
 * the doubt begins anew, which delays the conclusion. A doubt that was not renewed for a
 * while counts as none, for another replica may have seen the experiment since.
 */
@Component
class Missing {

	private final TrackingProperties properties;

	private final Sightings sightings;

	private final Map<UUID, Doubt> doubts = new ConcurrentHashMap<>();

	Missing(TrackingProperties properties, Sightings sightings) {
		this.properties = properties;
		this.sightings = sightings;
	}

	/**
	 * Notes that an experiment was not found, or another one under its name, and gives it
	 * up if that was so for long enough.
	 * @param one the experiment
	 * @param now when it was looked for
	 * @return true if it is gone, and that is news
	 */
	boolean isGone(Watched one, Instant now) {
		Duration forgotten = this.properties.steady().multipliedBy(3);
		Doubt doubt = this.doubts.compute(one.id(),
				(id, last) -> (last != null && now.isBefore(last.renewed().plus(forgotten)))
						? new Doubt(last.since(), now) : new Doubt(now, now));
		return !now.isBefore(doubt.since().plus(this.properties.missingFor()))
				&& this.sightings.missed(one.id(), now, this.properties.settling());
	}

	void found(Watched one) {
		this.doubts.remove(one.id());
	}

	/**
	 * Not found since then.
	 *
	 * @param since when it was first not found
	 * @param renewed when it was last not found
	 */
	private record Doubt(Instant since, Instant renewed) {
	}

}
