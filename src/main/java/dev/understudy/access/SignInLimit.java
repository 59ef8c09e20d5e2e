package dev.understudy.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: so many attempts for one user name from one address, so many from
 * one address, whatever names it tries, and for one name from everywhere only so many
 * that nobody locks another person out with a few requests. What succeeds is not counted.
 */
@Component
class SignInLimit {

	static final int PER_NAME_AND_ADDRESS = 10;

	static final int PER_ADDRESS = 50;

	static final int PER_NAME = 100;

	private static final Duration WINDOW = Duration.ofMinutes(10);

	private final Map<List<String>, Bucket> attempts = new Recent();

	private final Map<List<String>, Bucket> refusals = new Recent();

	private final TimeMeter time;

	SignInLimit() {
		this(TimeMeter.SYSTEM_NANOTIME);
	}

	SignInLimit(TimeMeter time) {
		this.time = time;
	}

	/** Counts an attempt, or says how long to wait before the next. */
	synchronized Optional<Refusal> count(String name, String address) {
		for (Key key : keys(name, address)) {
			ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
			if (!probe.isConsumed()) {
				return Optional.of(new Refusal(Duration.ofNanos(probe.getNanosToWaitForRefill()), isFirst(key)));
			}
		}
		return Optional.empty();
	}

	synchronized void forgive(String name, String address) {
		keys(name, address).forEach((key) -> bucket(key).addTokens(1));
		this.attempts.remove(keys(name, address).getFirst().values());
	}

	// The narrowest first: what it refuses does not count against the others.
	private static List<Key> keys(String name, String address) {
		return List.of(new Key(List.of("both", name, address), PER_NAME_AND_ADDRESS),
				new Key(List.of("address", address), PER_ADDRESS), new Key(List.of("name", name), PER_NAME));
	}

	private boolean isFirst(Key key) {
		return this.refusals
			.computeIfAbsent(key.values(),
					(unseen) -> Bucket.builder()
						.withCustomTimePrecision(this.time)
						.addLimit((limit) -> limit.capacity(1).refillIntervally(1, WINDOW))
						.build())
			.tryConsume(1);
	}

	// Attempts come back one by one, all of them within the window.
	private Bucket bucket(Key key) {
		return this.attempts.computeIfAbsent(key.values(),
				(unseen) -> Bucket.builder()
					.withCustomTimePrecision(this.time)
					.addLimit((limit) -> limit.capacity(key.attempts()).refillGreedy(key.attempts(), WINDOW))
					.build());
	}

	/**
	 * An attempt that is not made.
	 *
	 * @param delay how long to wait before the next
	 * @param first whether it is the first of its kind in ten minutes
	 */
	record Refusal(Duration delay, boolean first) {
	}

	private record Key(List<String> values, int attempts) {
	}

	/** Bounded, so that made-up names cannot fill the memory. */
	private static final class Recent extends LinkedHashMap<List<String>, Bucket> {

		private static final int MOST = 30_000;

		Recent() {
			super(16, 0.75f, true);
		}

		@Override
		protected boolean removeEldestEntry(Map.Entry<List<String>, Bucket> eldest) {
			return size() > MOST;
		}

	}

}
