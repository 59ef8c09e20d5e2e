package dev.understudy.tracking;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import dev.understudy.target.Target;

/**
 * What watching may cost: calls to SageMaker by this replica, target by target. Delivery
 * does not draw on it, so what is submitted never waits behind what is watched.
 */
@Component
class Budget {

	private final TrackingProperties properties;

	private final LongSupplier nanoTime;

	private final Pause pause;

	private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();

	@Autowired
	Budget(TrackingProperties properties) {
		this(properties, System::nanoTime, Thread::sleep);
	}

	Budget(TrackingProperties properties, LongSupplier nanoTime, Pause pause) {
		this.properties = properties;
		this.nanoTime = nanoTime;
		this.pause = pause;
	}

	/**
	 * Waits until one more call may be made. Blocks the (virtual) thread.
	 * @param target where the call goes
	 * @throws CancellationException if the thread is told to stop
	 */
	void spend(Target target) {
		long now = this.nanoTime.getAsLong();
		Duration wait = this.buckets.computeIfAbsent(target.name(), (name) -> bucket(now)).take(now);
		if (wait.isPositive()) {
			sleep(wait);
		}
	}

	private TokenBucket bucket(long now) {
		return new TokenBucket(this.properties.rate(), this.properties.burst(), now);
	}

	private void sleep(Duration wait) {
		try {
			this.pause.of(wait);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Told to stop while waiting to look at SageMaker");
		}
	}

	/** A way to wait. */
	interface Pause {

		void of(Duration duration) throws InterruptedException;

	}

}
