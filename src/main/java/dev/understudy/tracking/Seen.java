package dev.understudy.tracking;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Draft;
import dev.understudy.experiment.Sighting;
import dev.understudy.sagemaker.ShadowTest;

/**
 * Turns what SageMaker describes into what is kept of it.
 */
final class Seen {

	private Seen() {
	}

	static Sighting of(ShadowTest seen, Instant at, @Nullable String awsRequestId) {
		Draft definition = Draft.of(seen.definition());
		return new Sighting(at, seen.arn(), seen.status(), seen.statusReason(), seen.creationTime(),
				definition.startTime().orElse(null), definition.endTime().orElse(null), seen.completionTime(),
				seen.lastModifiedTime(), awsRequestId);
	}

}
