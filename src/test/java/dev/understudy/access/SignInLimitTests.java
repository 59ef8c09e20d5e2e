package dev.understudy.access;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import io.github.bucket4j.TimeMeter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignInLimitTests {

	private final AtomicLong nanos = new AtomicLong();

	private final SignInLimit limit = new SignInLimit(new TimeMeter() {

		@Override
		public long currentTimeNanos() {
			return SignInLimitTests.this.nanos.get();
		}

		@Override
		public boolean isWallClockBased() {
			return false;
		}

	});

	@Test
	void whoGuessesFromOnePlaceLocksOnlyThatPlaceOut() {
		for (int i = 0; i < SignInLimit.PER_NAME_AND_ADDRESS; i++) {
			assertThat(this.limit.count("ada", "evil")).isEmpty();
		}
		for (int i = 0; i < SignInLimit.PER_NAME; i++) {
			assertThat(this.limit.count("ada", "evil")).isPresent();
		}
		assertThat(this.limit.count("ada", "home")).isEmpty();
		assertThat(this.limit.count("bob", "evil")).isEmpty();
	}

	@Test
	void guessingOneNameFromEverywhereEndsToo() {
		for (int i = 0; i < SignInLimit.PER_NAME; i++) {
			assertThat(this.limit.count("ada", "address " + i)).isEmpty();
		}
		assertThat(this.limit.count("ada", "one more")).isPresent();
	}

	@Test
	void tryingManyNamesFromOneAddressEnds() {
		for (int i = 0; i < SignInLimit.PER_ADDRESS; i++) {
			assertThat(this.limit.count("name" + i, "evil")).isEmpty();
		}
		assertThat(this.limit.count("ada", "evil")).isPresent();
	}

	@Test
	void aLimitIsNewsOncePerWindow() {
		exhaust();
		assertThat(this.limit.count("ada", "evil")).map(SignInLimit.Refusal::first).contains(true);
		assertThat(this.limit.count("ada", "evil")).map(SignInLimit.Refusal::first).contains(false);
		this.nanos.addAndGet(Duration.ofMinutes(10).toNanos());
		exhaust();
		assertThat(this.limit.count("ada", "evil")).map(SignInLimit.Refusal::first).contains(true);
	}

	@Test
	void waitingAsLongAsItSaysIsEnough() {
		exhaust();
		Duration wait = this.limit.count("ada", "evil").orElseThrow().delay();
		assertThat(wait).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1));
		this.nanos.addAndGet(wait.toNanos());
		assertThat(this.limit.count("ada", "evil")).isEmpty();
	}

	@Test
	void whatSucceedsIsNotCounted() {
		for (int i = 0; i < 10 * SignInLimit.PER_NAME; i++) {
			assertThat(this.limit.count("ada", "home")).isEmpty();
			this.limit.forgive("ada", "home");
		}
	}

	private void exhaust() {
		for (int i = 0; i < SignInLimit.PER_NAME_AND_ADDRESS; i++) {
			assertThat(this.limit.count("ada", "evil")).isEmpty();
		}
	}

}
