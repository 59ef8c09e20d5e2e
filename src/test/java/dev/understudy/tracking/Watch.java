package dev.understudy.tracking;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.DoubleSupplier;

import org.jspecify.annotations.Nullable;

import dev.understudy.experiment.Sighting;
import dev.understudy.experiment.Watched;

/** Live experiments in every state that matters to tracking. */
final class Watch {

	static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

	/** Neither more nor less than the pause itself. */
	static final DoubleSupplier NO_JITTER = () -> 0.5;

	private Watch() {
	}

	static TrackingProperties properties() {
		return new TrackingProperties(Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofMinutes(5),
				Duration.ofSeconds(60), Duration.ofMinutes(20), Duration.ofSeconds(15), 5, 10);
	}

	static Watched neverSeen(String name, Instant liveAt) {
		return new Watched(id(name), name, liveAt, null, null, null);
	}

	static Watched seen(String name, String status, Instant created) {
		return scheduled(name, status, created, null, null);
	}

	static Watched scheduled(String name, String status, Instant created, @Nullable Instant start,
			@Nullable Instant end) {
		return new Watched(id(name), name, created, start, end, sighting(name, status, created));
	}

	static Sighting sighting(String name, String status, Instant created) {
		return new Sighting(created, "arn:" + name, status, null, created, null, null, null, created, "request", "{}");
	}

	static UUID id(String name) {
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
	}

}
