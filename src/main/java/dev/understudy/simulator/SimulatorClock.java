package dev.understudy.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The simulated SageMaker's time: real time and an offset, which tests move forward.
 */
final class SimulatorClock {

	private final InstantSource real;

	private volatile Duration offset = Duration.ZERO;

	SimulatorClock(InstantSource real) {
		this.real = real;
	}

	Instant now() {
		return real().plus(this.offset).truncatedTo(ChronoUnit.MILLIS);
	}

	Instant real() {
		return this.real.instant();
	}

	Duration offset() {
		return this.offset;
	}

	void offset(Duration newOffset) {
		this.offset = newOffset;
	}

}
