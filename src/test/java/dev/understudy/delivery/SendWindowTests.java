package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.understudy.sagemaker.SendGuard;

import static org.assertj.core.api.Assertions.assertThat;

class SendWindowTests {

	private static final Instant INTENDED = Instant.parse("2026-11-22T12:00:00Z");

	private long nanos;

	private final SendWindow window = new SendWindow(() -> this.nanos, 0, Duration.ofSeconds(10).toNanos(), INTENDED,
			Duration.ofSeconds(30), Duration.ofMinutes(2));

	@Test
	void letsGoUntilThirtySecondsAfterTheClaim() {
		assertThat(after(Duration.ofSeconds(30)).objection(INTENDED)).isEmpty();
	}

	@Test
	void holdsBackWhatIsLaterThanThat() {
		assertThat(after(Duration.ofSeconds(30).plusNanos(1)).objection(INTENDED)).map(SendGuard.Objection::code)
			.hasValue("claim-too-old");
	}

	@Test
	void letsGoWhatIsSignedTwoMinutesOffTheDatabasesClock() {
		SendWindow tenSecondsLater = after(Duration.ofSeconds(20));
		assertThat(tenSecondsLater.objection(INTENDED.plusSeconds(130))).isEmpty();
		assertThat(tenSecondsLater.objection(INTENDED.minusSeconds(110))).isEmpty();
	}

	@Test
	void holdsBackWhatIsSignedFurtherOff() {
		SendWindow tenSecondsLater = after(Duration.ofSeconds(20));
		assertThat(tenSecondsLater.objection(INTENDED.plusSeconds(131))).map(SendGuard.Objection::code)
			.hasValue(SendWindow.CLOCK);
		assertThat(tenSecondsLater.objection(INTENDED.minusSeconds(111))).isPresent();
	}

	private SendWindow after(Duration time) {
		this.nanos = time.toNanos();
		return this.window;
	}

}
