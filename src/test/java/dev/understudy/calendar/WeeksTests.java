package dev.understudy.calendar;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.understudy.calendar.Weeks.Place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WeeksTests {

	private final Weeks weeks = new Weeks(LocalDate.parse("2026-11-23"), 2);

	@ParameterizedTest
	@CsvSource({ "2026-11-23T00:00:00Z, 2026-11-23", "2026-11-22T23:59:59Z, 2026-11-16",
			"2026-11-29T12:00:00Z, 2026-11-23" })
	void aWeekBeginsOnMondayInUtc(Instant now, LocalDate monday) {
		assertThat(Weeks.around(now, 4)).isEqualTo(new Weeks(monday, 4));
	}

	@Test
	void placesAreSharesOfTheWindowAndEndWithIt() {
		assertThat(this.weeks.place(Instant.parse("2026-11-30T00:00:00Z"), Instant.parse("2026-12-03T12:00:00Z")))
			.isEqualTo(new Place("50.000%", "25.000%"));
		assertThat(this.weeks.place(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z")))
			.isEqualTo(new Place("0.000%", "100.000%"));
		assertThat(this.weeks.place(Instant.parse("2026-11-23T00:00:00Z"), Instant.parse("2026-11-23T00:01:00Z")))
			.isEqualTo(new Place("0.000%", "0.400%"));
	}

	@Test
	void oneGoesFromWindowToWindow() {
		assertThat(this.weeks.before()).isEqualTo("2026-11-09");
		assertThat(this.weeks.after()).isEqualTo("2026-12-07");
		assertThat(this.weeks.last()).isEqualTo("2026-12-06");
		assertThat(this.weeks.starts()).containsExactly(LocalDate.parse("2026-11-23"), LocalDate.parse("2026-11-30"));
		assertThat(this.weeks.contains(this.weeks.begin())).isTrue();
		assertThat(this.weeks.contains(this.weeks.end())).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-23, 0", "2026-11-23, 13", "1999-12-31, 4", "+12026-01-01, 4" })
	void whatNobodyNeedsIsRefused(LocalDate from, int count) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Weeks(from, count));
	}

}
