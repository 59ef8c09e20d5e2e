package dev.understudy.tracking;

import java.time.Duration;

/**
 * Spreads calls: so many at once after a quiet while, then evenly. Whoever takes a token
 * learns how long to wait for it, so those who wait come one after the other.
 */
final class TokenBucket {

	private final long interval;

	private final long slack;

	/** When the bucket would be full again; in nanoseconds of the caller's clock. */
	private long full;

	/**
	 * Makes a full bucket.
	 * @param perSecond how many tokens come in a second, more than 0
	 * @param burst how many it holds, at least 1
	 * @param now the time
	 */
	TokenBucket(double perSecond, int burst, long now) {
		this.interval = Math.round(Duration.ofSeconds(1).toNanos() / perSecond);
		this.slack = this.interval * (burst - 1);
		this.full = now;
	}

	/**
	 * Takes a token.
	 * @param now the time
	 * @return how long to wait before it may be used
	 */
	synchronized Duration take(long now) {
		this.full = Math.max(this.full - now, 0) + now + this.interval;
		return Duration.ofNanos(Math.max(0, this.full - this.interval - this.slack - now));
	}

}
