package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final WaitingFor TIME = WaitingFor.time("Rate exceeded");

	private final Backoff backoff = new Backoff(properties());

	/** What exactly-once rests on. */
	static DeliveryProperties properties() {
		return new DeliveryProperties(Duration.ofMinutes(20), Duration.ofMinutes(2), 3, Duration.ofHours(24),
				Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofSeconds(2), Duration.ofSeconds(60),
				Duration.ofMinutes(10), Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofMinutes(1),
				Duration.ofMinutes(1));
	}

	@Test
	void waitsBetweenTwoAndSixtySecondsAndNotMoreThanThreeTimesAsLongAsBefore() {
		Duration before = Duration.ZERO;
		for (int i = 0; i < 1000; i++) {
			Duration wait = this.backoff.next(TIME, before);
			assertThat(wait).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(60));
			assertThat(wait).isLessThanOrEqualTo(before.isZero() ? Duration.ofSeconds(2) : before.multipliedBy(3));
			before = wait;
		}
	}

	@Test
	void doesNotPressPeople() {
		assertThat(this.backoff.next(WaitingFor.person("Decide"), Duration.ZERO)).isEqualTo(Duration.ofMinutes(10));
	}

	@Test
	void aChoiceLeavesTimeToAPersonOnlyWhereTimeDoesNotHealIt() {
		assertThat(this.backoff.next(WaitingFor.permission("Allow it").withChoice(), Duration.ZERO))
			.isEqualTo(Duration.ofMinutes(10));
		assertThat(this.backoff.next(TIME.withChoice(), Duration.ZERO)).isEqualTo(Duration.ofSeconds(2));
	}

	@Test
	void looksAtTheMomentThatStandsOut() {
		assertThat(Backoff.until(Duration.ofSeconds(60), NOW, NOW.plusSeconds(7))).isEqualTo(Duration.ofSeconds(7));
		assertThat(Backoff.until(Duration.ofSeconds(5), NOW, NOW.plusSeconds(7))).isEqualTo(Duration.ofSeconds(5));
		assertThat(Backoff.until(Duration.ofSeconds(5), NOW, NOW)).isEqualTo(Duration.ofSeconds(5));
		assertThat(Backoff.until(Duration.ofSeconds(5), NOW, null)).isEqualTo(Duration.ofSeconds(5));
	}

}
