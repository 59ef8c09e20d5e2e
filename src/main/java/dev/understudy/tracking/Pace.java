package dev.understudy.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.understudy.experiment.Sighting;
import dev.understudy.experiment.Watched;

/**
 * Decides when to look at a target next: often while something is expected to change,
 * seldom otherwise, at the moment a schedule says so, and less and less while SageMaker
 * does not answer.
 */
class Pace {

	/**
	 * An experiment stays in one of these until a schedule or a person says otherwise.
	 */
	private static final Set<String> LASTING = Set.of("Created", "Running");

	/** A schedule is carried out a moment after its time. */
	private static final Duration MOMENT = Duration.ofSeconds(1);

	private final TrackingProperties properties;

	private final DoubleSupplier random;

	Pace(TrackingProperties properties, DoubleSupplier random) {
		this.properties = properties;
		this.random = random;
	}

	/**
	 * The next look after one that succeeded.
	 * @param watched what is live as it is known now
	 * @param now when the last look ended
	 * @return later than now
	 */
	Instant afterLook(List<Watched> watched, Instant now) {
		Duration pause = watched.stream()
			.map((one) -> pause(one, now))
			.min(Duration::compareTo)
			.orElse(this.properties.steady());
		Instant regular = now.plus(jittered(pause));
		return watched.stream()
			.flatMap(Pace::wakeUps)
			.filter((time) -> time.isAfter(now) && time.isBefore(regular))
			.min(Instant::compareTo)
			.orElse(regular);
	}

	/**
	 * The next look after some that failed.
	 * @param failures how many in a row, at least 1
	 * @param now when the last look ended
	 * @return later than now
	 */
	Instant afterFailure(int failures, Instant now) {
		Duration pause = this.properties.transitional().multipliedBy(1L << Math.min(failures - 1, 10));
		return now.plus(jittered(shorter(pause, this.properties.steady())));
	}

	private Duration pause(Watched one, Instant now) {
		Instant changed = expectedChange(one, now);
		if (changed == null) {
			return this.properties.steady();
		}
		Duration quiet = Duration.between(changed, now);
		return shorter(longer(quiet, this.properties.fresh()), this.properties.transitional());
	}

	/** Since when it is on its way to another status; null if it is not. */
	private static @Nullable Instant expectedChange(Watched one, Instant now) {
		Sighting last = one.sighting();
		if (last == null) {
			return one.liveAt();
		}
		if (!LASTING.contains(last.status())) {
			return last.observedAt();
		}
		Instant due = "Created".equals(last.status()) ? one.startTime() : one.endTime();
		return (due != null && !due.isAfter(now)) ? due : null;
	}

	private static Stream<Instant> wakeUps(Watched one) {
		return Stream.concat(Stream.ofNullable(one.startTime()), Stream.ofNullable(one.endTime()))
			.map((time) -> time.plus(MOMENT));
	}

	/** By up to a fifth more or less, so that targets and installations spread out. */
	private Duration jittered(Duration pause) {
		return Duration.ofMillis(Math.round(pause.toMillis() * (0.8 + 0.4 * this.random.getAsDouble())));
	}

	private static Duration shorter(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

}
