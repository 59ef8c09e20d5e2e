package dev.understudy.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.understudy.calendar.ICalendar.Event;
import dev.understudy.calendar.ICalendar.Status;

import static org.assertj.core.api.Assertions.assertThat;

class ICalendarTests {

	private static final Instant BEGIN = Instant.parse("2026-12-01T08:00:00Z");

	private static final String[] PIECES = { "a", ",", ";", "\\", "\n", "ß", "🦉", "\\n", " ", "x".repeat(40), "日本" };

	@Test
	void anEventHasWhatCalendarProgramsNeed() {
		String text = ICalendar.write("Understudy", "", List.of(event("fraud-v7 on fraud-prod", "two\nlines")));
		assertThat(text).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:").endsWith("END:VCALENDAR\r\n");
		assertThat(lines(text)).contains("UID:7@understudy", "DTSTAMP:20261123T120000Z", "SEQUENCE:3",
				"DTSTART:20261201T080000Z", "DTEND:20261201T090000Z", "SUMMARY:fraud-v7 on fraud-prod",
				"DESCRIPTION:two\\nlines", "URL:https://understudy.example/experiments/7", "STATUS:TENTATIVE");
		assertThat(text).doesNotContain("X-WR-CALDESC");
	}

	@Test
	void aRemarkIsSaidOfTheCalendar() {
		assertThat(lines(ICalendar.write("Understudy", "only some", List.of()))).contains("X-WR-CALDESC:only some");
	}

	@Test
	void anyTextComesBackAsItWasAndNoLineIsTooLong() {
		long seed = System.nanoTime();
		RandomGenerator random = new Random(seed);
		for (int i = 0; i < 500; i++) {
			String text = random.ints(random.nextInt(30), 0, PIECES.length)
				.mapToObj((at) -> PIECES[at])
				.collect(Collectors.joining());
			String calendar = ICalendar.write("c", "", List.of(event(text, text)));
			assertThat(calendar.split("\r\n")).as("seed %d", seed)
				.allSatisfy((line) -> assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
			assertThat(calendar.replace("\r\n", "")).doesNotContain("\n", "\r");
			assertThat(value(calendar, "SUMMARY")).as("seed %d", seed).isEqualTo(text);
			assertThat(value(calendar, "DESCRIPTION")).as("seed %d", seed).isEqualTo(text);
		}
	}

	@Test
	void aTextCannotBeginALineOfItsOwn() {
		String calendar = ICalendar.write("c", "", List.of(event("x\r\nEND:VEVENT\u0007\r", "y")));
		assertThat(lines(calendar)).contains("SUMMARY:x\\nEND:VEVENT \\n").containsOnlyOnce("END:VEVENT");
	}

	private static Event event(String summary, String description) {
		return new Event("7@understudy", 3, Instant.parse("2026-11-23T12:00:00Z"), BEGIN, BEGIN.plusSeconds(3600),
				summary, description, "https://understudy.example/experiments/7", Status.TENTATIVE);
	}

	/** Unfolds, as RFC 5545 3.1 has it. */
	private static List<String> lines(String calendar) {
		return List.of(calendar.replace("\r\n ", "").split("\r\n"));
	}

	/** Reads a text back, as RFC 5545 3.3.11 has it. */
	private static String value(String calendar, String name) {
		String escaped = lines(calendar).stream()
			.filter((line) -> line.startsWith(name + ":"))
			.findFirst()
			.orElseThrow()
			.substring(name.length() + 1);
		List<String> text = new ArrayList<>();
		for (int i = 0; i < escaped.length(); i++) {
			char next = escaped.charAt(i);
			if (next == '\\') {
				char meant = escaped.charAt(++i);
				text.add((meant == 'n') ? "\n" : String.valueOf(meant));
			}
			else {
				text.add(String.valueOf(next));
			}
		}
		return String.join("", text);
	}

}
