package dev.understudy.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.understudy.experiment.Watched;

import static dev.understudy.tracking.Watch.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class PaceTests {

	private final Pace pace = new Pace(Watch.properties(), Watch.NO_JITTER);

	@Test
	void nothingLiveMeansASteadyPace() {
		assertThat(pauseFor()).isEqualTo(Duration.ofMinutes(5));
	}

	@ParameterizedTest
	@CsvSource({ "0, 2", "2, 2", "9, 9", "30, 30", "31, 30", "4000, 30" })
	void whatIsOnItsWayIsLookedAtAfterAsLongAsItHasBeenQuiet(long quiet, long pause) {
		assertThat(pauseFor(Watch.seen("a", "Creating", NOW.minusSeconds(quiet)))).isEqualTo(Duration.ofSeconds(pause));
	}

	@Test
	void whatWasNeverSeenIsLookedAtSoon() {
		assertThat(pauseFor(Watch.neverSeen("a", NOW))).isEqualTo(Duration.ofSeconds(2));
	}

	@Test
	void aStatusNobodyKnowsIsTakenForATransition() {
		assertThat(pauseFor(Watch.seen("a", "Hibernating", NOW.minusSeconds(600)))).isEqualTo(Duration.ofSeconds(30));
	}

	@ParameterizedTest
	@CsvSource({ "Created", "Running" })
	void whatWaitsIsLookedAtSeldom(String status) {
		assertThat(pauseFor(Watch.seen("a", status, NOW))).isEqualTo(Duration.ofMinutes(5));
	}

	@Test
	void aStartTimeWakesUp() {
		Instant start = NOW.plusSeconds(90);
		assertThat(pauseFor(Watch.scheduled("a", "Created", NOW, start, null))).isEqualTo(Duration.ofSeconds(91));
	}

	@Test
	void anEndTimeWakesUp() {
		Instant end = NOW.plusSeconds(10);
		assertThat(pauseFor(Watch.scheduled("a", "Running", NOW, NOW.minusSeconds(3600), end)))
			.isEqualTo(Duration.ofSeconds(11));
	}

	@Test
	void anEndThatIsDueIsWaitedForClosely() {
		Instant end = NOW.minusSeconds(4);
		assertThat(pauseFor(Watch.scheduled("a", "Running", NOW.minusSeconds(9000), null, end)))
			.isEqualTo(Duration.ofSeconds(4));
	}

	@ParameterizedTest
	@CsvSource({ "1, 30", "2, 60", "3, 120", "4, 240", "5, 300", "60, 300" })
	void failuresSlowItDownUpToASteadyPace(int failures, long pause) {
		assertThat(this.pace.afterFailure(failures, NOW)).isEqualTo(NOW.plusSeconds(pause));
	}

	@ParameterizedTest
	@CsvSource({ "0, 240", "1, 360" })
	void pausesVaryByAFifth(double random, long pause) {
		assertThat(new Pace(Watch.properties(), () -> random).afterLook(List.of(), NOW))
			.isEqualTo(NOW.plusSeconds(pause));
	}

	private Duration pauseFor(Watched... watched) {
		return Duration.between(NOW, this.pace.afterLook(List.of(watched), NOW));
	}

}
