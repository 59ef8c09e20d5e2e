package dev.understudy.tracking;

import java.time.Duration;
import java.time.Instant;

import dev.understudy.experiment.Sighting;
import dev.understudy.experiment.Watched;
import dev.understudy.sagemaker.ShadowTest;

/**
 * Tells an experiment of ours from an earlier or later one of the same name. The ARN
 * cannot: it is the name again.
 */
final class Identity {

	/** How far our clock and AWS's may be apart. */
	private static final Duration SKEW = Duration.ofMinutes(5);

	private Identity() {
	}

	static boolean isSame(Watched one, ShadowTest seen) {
		Instant created = seen.creationTime();
		if (created == null) {
			return true;
		}
		Sighting last = one.sighting();
		if (last == null || last.creationTime() == null) {
			return created.isBefore(one.liveAt().plus(SKEW));
		}
		return created.equals(last.creationTime());
	}

}
