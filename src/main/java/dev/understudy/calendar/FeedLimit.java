package dev.understudy.calendar;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import org.springframework.stereotype.Component;

/**
 * Keeps calendar programs from reading all the time, and others from guessing: each feed
 * and, for what opens none, each address has so many requests in ten minutes.
 */
@Component
class FeedLimit {

	static final int REQUESTS = 30;

	private static final Duration WINDOW = Duration.ofMinutes(10);

	private final Map<String, Bucket> buckets = new Recent();

	private final TimeMeter time;

	FeedLimit() {
		this(TimeMeter.SYSTEM_NANOTIME);
	}

	FeedLimit(TimeMeter time) {
		this.time = time;
	}

	/** Counts a request, or says how many seconds to wait before the next. */
	synchronized OptionalLong count(String who) {
		ConsumptionProbe probe = this.buckets.computeIfAbsent(who, (unseen) -> bucket())
			.tryConsumeAndReturnRemaining(1);
		return probe.isConsumed() ? OptionalLong.empty()
				: OptionalLong.of(1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
	}

	private Bucket bucket() {
		return Bucket.builder()
			.withCustomTimePrecision(this.time)
			.addLimit((limit) -> limit.capacity(REQUESTS).refillGreedy(REQUESTS, WINDOW))
			.build();
	}

	/** Bounded, so that made-up addresses cannot fill the memory. */
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
