package dev.understudy.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: so many attempts for one user name, whoever makes them, and so
 * many from one address, whatever names it tries. What succeeds is not counted.
 */
@Component
class SignInLimit {

	static final int PER_NAME = 10;

	static final int PER_ADDRESS = 50;

	private final Map<String, Bucket> names = new Recent();

	private final Map<String, Bucket> addresses = new Recent();

	private final TimeMeter time;

	SignInLimit() {
		this(TimeMeter.SYSTEM_NANOTIME);
	}

	SignInLimit(TimeMeter time) {
		this.time = time;
	}

	/** Counts an attempt, or says how long to wait before the next. */
	synchronized Optional<Duration> count(String name, String address) {
		ConsumptionProbe byAddress = bucket(this.addresses, address, PER_ADDRESS).tryConsumeAndReturnRemaining(1);
		if (!byAddress.isConsumed()) {
			return Optional.of(Duration.ofNanos(byAddress.getNanosToWaitForRefill()));
		}
		ConsumptionProbe byName = bucket(this.names, name, PER_NAME).tryConsumeAndReturnRemaining(1);
		return byName.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(byName.getNanosToWaitForRefill()));
	}

	synchronized void forgive(String name, String address) {
		this.names.remove(name);
		bucket(this.addresses, address, PER_ADDRESS).addTokens(1);
	}

	// Attempts come back one by one, all of them within ten minutes.
	private Bucket bucket(Map<String, Bucket> buckets, String key, int attempts) {
		return buckets.computeIfAbsent(key,
				(unseen) -> Bucket.builder()
					.withCustomTimePrecision(this.time)
					.addLimit((limit) -> limit.capacity(attempts).refillGreedy(attempts, Duration.ofMinutes(10)))
					.build());
	}

	/** Bounded, so that made-up names cannot fill the memory. */
	private static final class Recent extends LinkedHashMap<String, Bucket> {

		private static final int MOST = 10_000;

		Recent() {
			super(16, 0.75f, true);
		}

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
			return size() > MOST;
		}

	}

}
