package dev.understudy.calendar;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import io.github.bucket4j.TimeMeter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FeedLimitTests {

	private final AtomicLong nanos = new AtomicLong();

	private final FeedLimit limit = new FeedLimit(new TimeMeter() {

		@Override
		public long currentTimeNanos() {
			return FeedLimitTests.this.nanos.get();
		}

		@Override
		public boolean isWallClockBased() {
			return false;
		}

	});

	@Test
	void afterSoManyRequestsOneHasToWaitAndOthersDoNot() {
		for (int i = 0; i < FeedLimit.REQUESTS; i++) {
			assertThat(this.limit.count("feed ada")).isEmpty();
		}
		assertThat(this.limit.count("feed ada")).hasValue(21);
		assertThat(this.limit.count("feed bob")).isEmpty();
		this.nanos.addAndGet(Duration.ofSeconds(21).toNanos());
		assertThat(this.limit.count("feed ada")).isEmpty();
	}

}
