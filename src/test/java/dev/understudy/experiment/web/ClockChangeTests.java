package dev.understudy.experiment.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.experiment.DraftPanel;
import dev.understudy.target.Target;

import static org.assertj.core.api.Assertions.assertThat;

class ClockChangeTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			Europe/Berlin,    2027-03-28T02:30, gap,   2027-03-28 03:30 +02:00, 2027-03-28T01:30:00Z, 02:00, 03:00
			Europe/Berlin,    2027-10-31T02:30, first, 2027-10-31 02:30 +02:00, 2027-10-31T00:30:00Z, 03:00, 02:00
			America/New_York, 2027-03-14T02:30, gap,   2027-03-14 03:30 -04:00, 2027-03-14T07:30:00Z, 02:00, 03:00
			America/New_York, 2027-11-07T01:30, first, 2027-11-07 01:30 -04:00, 2027-11-07T05:30:00Z, 02:00, 01:00
			""")
	void aTimeThatIsNotThereOrThereTwiceIsTold(String zone, String typed, String kind, String meant, Instant instant,
			String from, String to) {
		DraftForm form = FormEdit.of(FormReading.form(Draft.empty(), ZoneId.of(zone)))
			.startMode("later")
			.start(typed)
			.form();
		assertThat(ClockChange.of(form, FormMerge.merge(form, Draft.empty()).draft())).containsExactly(new ClockChange(
				"draft.clock." + kind, "draft.start", typed.replace('T', ' '), zone, from, to, meant, instant));
	}

	@ParameterizedTest
	@CsvSource({ "Europe/Berlin, 2027-03-28T01:59", "Europe/Berlin, 2027-03-28T03:00",
			"Europe/Berlin, 2027-10-31T01:59", "Europe/Berlin, 2027-10-31T03:00", "America/New_York, 2027-03-14T01:59",
			"America/New_York, 2027-11-07T02:00", "UTC, 2027-03-28T02:30", "Europe/Berlin, soon" })
	void anyOtherTimeIsJustThat(String zone, String typed) {
		DraftForm form = FormEdit.of(FormReading.form(Draft.empty(), ZoneId.of(zone))).end(typed).form();
		assertThat(ClockChange.of(form, FormMerge.merge(form, Draft.empty()).draft())).isEmpty();
	}

	@Test
	void aStoredSecondOneStaysTheSecondOne() {
		Draft stored = Drafts.complete()
			.with("/Schedule/EndTime", JsonNodeFactory.instance.stringNode("2027-10-31T01:30:00Z"));
		DraftForm form = FormReading.form(stored, ZoneId.of("Europe/Berlin"));
		Draft saved = FormMerge.merge(form, stored).draft();
		assertThat(saved.endTime()).hasValue(Instant.parse("2027-10-31T01:30:00Z"));
		List<ClockChange> told = ClockChange.of(form, saved);
		assertThat(told).extracting(ClockChange::key).containsExactly("draft.clock.second");
		assertThat(told).extracting(ClockChange::meant).containsExactly("2027-10-31 02:30 +01:00");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			Europe/Berlin,    2026-10-25T02:30,       7, 2026-11-01T01:30:00,       2026-11-01T00:30:00Z
			Europe/Berlin,    2026-10-25T02:30+01:00, 7, 2026-11-01T02:30:00,       2026-11-01T01:30:00Z
			Europe/Berlin,    2026-10-18T02:30,       7, 2026-10-25T02:30:00,       2026-10-25T00:30:00Z
			Europe/Berlin,    2026-10-18T03:30,       7, 2026-10-25T02:30:00+01:00, 2026-10-25T01:30:00Z
			Europe/Berlin,    2026-10-24T03:30,       1, 2026-10-25T02:30:00+01:00, 2026-10-25T01:30:00Z
			America/New_York, 2026-11-01T01:30,       1, 2026-11-02T00:30:00,       2026-11-02T05:30:00Z
			America/New_York, 2026-11-01T01:30-05:00, 1, 2026-11-02T01:30:00,       2026-11-02T06:30:00Z
			America/New_York, 2026-10-25T02:30,       7, 2026-11-01T01:30:00-05:00, 2026-11-01T06:30:00Z
			America/New_York, 2026-10-02T02:30,      30, 2026-11-01T01:30:00-05:00, 2026-11-01T06:30:00Z
			""")
	void aLengthIsWhatItSaysAlsoWhereAnHourComesTwice(String zone, String start, String days, String end,
			Instant ends) {
		DraftForm form = FormEdit.of(FormReading.form(Draft.empty(), ZoneId.of(zone)))
			.startMode("later")
			.start(start)
			.form();
		Forecast forecast = new Forecast(new StaticListableBeanFactory().getBeanProvider(DraftPanel.class),
				Clock.systemUTC());
		DraftForm lasting = forecast.lasting(days,
				EditedDraft.fresh(FormOrigin.NONE, new Target("sandbox", "111122223333", "us-east-1", null, List.of())),
				form);
		Draft draft = FormMerge.merge(lasting, Draft.empty()).draft();
		assertThat(lasting.end()).isEqualTo(end);
		assertThat(draft.endTime()).hasValue(ends);
		assertThat(Duration.between(draft.startTime().orElseThrow(), ends))
			.isEqualTo(Duration.ofDays(Long.parseLong(days)));
		assertThat(FormReading.form(draft, ZoneId.of(zone)).end()).isEqualTo(end);
	}

	@Test
	void overAChangeOfClocksAWeekIsAnHourMoreOrLessThanItLooks() {
		DraftForm form = FormEdit.of(FormReading.form(Draft.empty(), ZoneId.of("Europe/Berlin")))
			.startMode("later")
			.start("2027-03-25T08:00")
			.end("2027-04-01T08:00")
			.form();
		Timetable timetable = Timetable.of(FormMerge.merge(form, Draft.empty()).draft(), Instant.EPOCH);
		assertThat(timetable.length()).isEqualTo(Timetable.Span.of(Duration.ofDays(7).minusHours(1)));
	}

	@Test
	void theLimitsOfATestAreTold() {
		Instant start = Instant.parse("2027-01-01T00:00:00Z");
		assertThat(timetable(start, Duration.ofMinutes(59)).isTooShort()).isTrue();
		assertThat(timetable(start, Duration.ofHours(1)).isTooShort()).isFalse();
		assertThat(timetable(start, Duration.ofDays(30)).isTooLong()).isFalse();
		assertThat(timetable(start, Duration.ofDays(30).plusSeconds(1)).isTooLong()).isTrue();
		assertThat(timetable(start, Duration.ofHours(-1)).isTooShort()).isFalse();
	}

	private static Timetable timetable(Instant start, Duration length) {
		return Timetable.of(start, start.plus(length), start);
	}

}
