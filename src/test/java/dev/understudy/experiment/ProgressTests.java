package dev.understudy.experiment;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressTests {

	private static final Instant START = Instant.parse("2026-12-01T08:00:00Z");

	private static final Instant END = Instant.parse("2026-12-05T08:00:00Z");

	@Test
	void aQuarterOfTheWayIsTwentyFivePercent() {
		assertThat(Progress.of(START, END, START.plus(Duration.ofDays(1))))
			.hasValue(new Progress(Duration.ofDays(1), Duration.ofDays(3), 25));
	}

	@Test
	void itNeverLeavesTheSchedule() {
		assertThat(Progress.of(START, END, START.minusSeconds(1)))
			.hasValueSatisfying((progress) -> assertThat(progress.percent()).isZero());
		assertThat(Progress.of(START, END, END.plusSeconds(1)))
			.hasValueSatisfying((progress) -> assertThat(progress.left()).isZero());
	}

	@Test
	void withoutAScheduleInOrderThereIsNone() {
		assertThat(Progress.of(null, END, START)).isEmpty();
		assertThat(Progress.of(START, null, START)).isEmpty();
		assertThat(Progress.of(END, START, START)).isEmpty();
		assertThat(Progress.of(START, START, START)).isEmpty();
	}

}
