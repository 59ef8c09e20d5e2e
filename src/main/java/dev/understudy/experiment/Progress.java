package dev.understudy.experiment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How far a test is on its schedule.
 *
 * @param elapsed time since its start, not negative
 * @param left time to its end, not negative
 * @param percent how much of it has passed, 0 to 100
 */
public record Progress(Duration elapsed, Duration left, int percent) {

	/**
	 * Works out the progress.
	 * @param start when it starts or started
	 * @param end when it is to end
	 * @param now the moment it is asked for
	 * @return the progress; empty unless start and end are known and in order
	 */
	public static Optional<Progress> of(@Nullable Instant start, @Nullable Instant end, Instant now) {
		if (start == null || end == null || !start.isBefore(end)) {
			return Optional.empty();
		}
		Instant here = now.isBefore(start) ? start : (now.isAfter(end) ? end : now);
		Duration elapsed = Duration.between(start, here);
		int percent = (int) (100 * elapsed.toMillis() / Math.max(1, Duration.between(start, end).toMillis()));
		return Optional.of(new Progress(elapsed, Duration.between(here, end), Math.min(percent, 100)));
	}

}
