package dev.understudy.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * This machine's time, put right where it differs from the database's, so that replicas
 * whose clocks are hours apart plan work for the same moments. Less than a second is left
 * alone: time had better not jump for so little.
 */
@Component
class SharedTime implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(SharedTime.class);

	private static final Duration NEGLIGIBLE = Duration.ofSeconds(1);

	private static final Duration AGAIN = Duration.ofSeconds(30);

	private final MachineClock machine;

	private final DatabaseClock database;

	private volatile Duration correction = Duration.ZERO;

	private volatile @Nullable Thread measuring;

	SharedTime(MachineClock machine, DatabaseClock database) {
		this.machine = machine;
		this.database = database;
	}

	Instant now() {
		return this.machine.now().plus(this.correction);
	}

	/** The same as a clock. */
	Clock clock() {
		return new SharedClock(this);
	}

	/** Compares the two clocks. */
	void measure() {
		try {
			Instant before = this.machine.now();
			Instant there = this.database.now();
			Duration difference = Duration.between(before, there);
			boolean negligible = difference.abs().compareTo(NEGLIGIBLE) < 0;
			if (!negligible && difference.minus(this.correction).abs().compareTo(NEGLIGIBLE) >= 0) {
				logger.warn("This machine's clock differs from the database's by {}: set it right", difference);
			}
			this.correction = negligible ? Duration.ZERO : difference;
		}
		catch (DataAccessException ex) {
			logger.debug("The database's clock could not be read; going on with a difference of {}", this.correction,
					ex);
		}
	}

	@Override
	public void start() {
		measure();
		this.measuring = Thread.ofPlatform().daemon().name("clock").start(this::keepMeasuring);
	}

	private void keepMeasuring() {
		while (!Thread.currentThread().isInterrupted()) {
			try {
				Thread.sleep(AGAIN);
				measure();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public void stop() {
		Objects.requireNonNull(this.measuring).interrupt();
		this.measuring = null;
	}

	@Override
	public boolean isRunning() {
		return this.measuring != null;
	}

	// Before anything is planned.
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

	/** The shared time as the clock that everybody is given. */
	private static final class SharedClock extends Clock {

		private final SharedTime time;

		SharedClock(SharedTime time) {
			this.time = time;
		}

		@Override
		public Instant instant() {
			return this.time.now();
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException("Times are in UTC");
		}

	}

}
