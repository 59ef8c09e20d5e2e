package dev.understudy.tracking;

import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TokenBucketTests {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private final TokenBucket bucket = new TokenBucket(5, 3, 0);

	@Test
	void aBurstGoesAtOnceAndTheRestEvenly() {
		assertThat(IntStream.range(0, 6).mapToObj((i) -> this.bucket.take(0).toMillis())).containsExactly(0L, 0L, 0L,
				200L, 400L, 600L);
	}

	@Test
	void waitingIsCountedFromNow() {
		IntStream.range(0, 4).forEach((i) -> this.bucket.take(0));
		assertThat(this.bucket.take(SECOND / 10)).isEqualTo(Duration.ofMillis(300));
	}

	@Test
	void aQuietWhileFillsItUpAndNoFurther() {
		IntStream.range(0, 4).forEach((i) -> this.bucket.take(0));
		assertThat(IntStream.range(0, 4).mapToObj((i) -> this.bucket.take(1000 * SECOND).toMillis()))
			.containsExactly(0L, 0L, 0L, 200L);
	}

	@Test
	void clocksThatBeginAnywhereAreFine() {
		TokenBucket odd = new TokenBucket(5, 1, Long.MAX_VALUE - 10);
		assertThat(odd.take(Long.MAX_VALUE - 10)).isZero();
		assertThat(odd.take(Long.MAX_VALUE)).isBetween(Duration.ofMillis(199), Duration.ofMillis(200));
	}

	@Test
	void inTheLongRunItIsTheRate() {
		long now = 0;
		for (int call = 0; call < 1000; call++) {
			now += this.bucket.take(now).toNanos();
		}
		assertThat(Duration.ofNanos(now)).isEqualTo(Duration.ofMillis((1000 - 3) * 200));
	}

}
