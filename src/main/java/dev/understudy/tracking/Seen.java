package dev.understudy.tracking;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.understudy.definition.CanonicalForm;
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
		JsonNode schedule = seen.definition().path("Schedule");
		return new Sighting(at, seen.arn(), seen.status(), seen.statusReason(), seen.creationTime(),
				time(schedule.path("StartTime")), time(schedule.path("EndTime")), seen.completionTime(),
				seen.lastModifiedTime(), awsRequestId, CanonicalForm.of(Draft.of(seen.definition())));
	}

	private static @Nullable Instant time(JsonNode node) {
		return node.isString() ? Instant.parse(node.stringValue()) : null;
	}

}
