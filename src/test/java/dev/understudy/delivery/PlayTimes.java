package dev.understudy.delivery;

import java.time.Duration;
import java.util.List;

/**
 * How long things take in a play.
 *
 * @param claim how long after its claim a request may leave
 * @param skew how far a signed date may lie off the database's clock
 * @param settle how long after the last send it is certain what came of it
 * @param inUse how long after "in use" a look may not show what is in use
 * @param validity how long after its date AWS accepts a request
 * @param aws how far AWS's clock is behind the database's
 * @param missing how long something has to stay missing before it is believed gone
 * @param stale how long a look may not show what others did
 * @param wrong how far a clock that is wrong is ahead
 * @param pause how long a worker may stand still within a claim
 * @param steps how time passes, the longest last
 */
record PlayTimes(Duration claim, Duration skew, Duration settle, Duration inUse, Duration validity, Duration aws,
		Duration missing, Duration stale, Duration wrong, Duration pause, List<Duration> steps) {

	/**
	 * One step of an exhaustive search; all that counts is the order of what is longer.
	 */
	static final Duration TICK = Duration.ofMinutes(1);

	/** The fewest ticks that keep the order: claim, in use, validity, settled. */
	static PlayTimes ticks() {
		return new PlayTimes(Duration.ZERO, Duration.ZERO, TICK.multipliedBy(2), TICK, TICK, Duration.ZERO, TICK, TICK,
				TICK, TICK, List.of(TICK));
	}

	/** As in production, against an AWS at the edge of what is assumed of it. */
	static PlayTimes real() {
		return new PlayTimes(Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(20),
				Duration.ofMinutes(2), Duration.ofMinutes(15), Duration.ofMinutes(2), Duration.ofSeconds(60),
				Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofDays(1),
				List.of(Duration.ofMillis(300), Duration.ofSeconds(2), Duration.ofSeconds(25), Duration.ofSeconds(60),
						Duration.ofMinutes(2), Duration.ofMinutes(7), Duration.ofMinutes(20)));
	}

}
