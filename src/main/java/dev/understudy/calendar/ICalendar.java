package dev.understudy.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Writes calendars as RFC 5545 has them: CRLF, lines folded at 75 octets, texts escaped,
 * times in UTC.
 */
public final class ICalendar {

	/** The media type. */
	public static final String TYPE = "text/calendar";

	private static final int OCTETS = 75;

	private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private final StringBuilder text = new StringBuilder();

	private ICalendar() {
	}

	/**
	 * Writes a calendar.
	 * @param name what calendar programs may call it
	 * @param remark what to know about it; empty for nothing
	 * @param events what stands in it
	 * @return the whole file
	 */
	public static String write(String name, String remark, List<Event> events) {
		ICalendar calendar = new ICalendar();
		calendar.line("BEGIN", "VCALENDAR");
		calendar.line("VERSION", "2.0");
		calendar.line("PRODID", "-//Understudy//Calendar//EN");
		calendar.line("CALSCALE", "GREGORIAN");
		calendar.line("X-WR-CALNAME", escape(name));
		if (!remark.isEmpty()) {
			calendar.line("X-WR-CALDESC", escape(remark));
		}
		calendar.line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
		events.forEach(calendar::event);
		calendar.line("END", "VCALENDAR");
		return calendar.text.toString();
	}

	private void event(Event event) {
		line("BEGIN", "VEVENT");
		line("UID", event.uid());
		line("DTSTAMP", UTC.format(event.changed()));
		line("LAST-MODIFIED", UTC.format(event.changed()));
		line("SEQUENCE", Long.toString(event.sequence()));
		line("DTSTART", UTC.format(event.begin()));
		line("DTEND", UTC.format(event.end()));
		line("SUMMARY", escape(event.summary()));
		line("DESCRIPTION", escape(event.description()));
		line("URL", event.url());
		line("STATUS", event.status().name());
		line("TRANSP", "TRANSPARENT");
		line("END", "VEVENT");
	}

	private void line(String name, String value) {
		int octets = 0;
		String line = name + ':' + value;
		for (int i = 0; i < line.length();) {
			String character = Character.toString(line.codePointAt(i));
			int length = character.getBytes(StandardCharsets.UTF_8).length;
			if (octets + length > OCTETS) {
				this.text.append("\r\n ");
				octets = 1;
			}
			this.text.append(character);
			octets += length;
			i += character.length();
		}
		this.text.append("\r\n");
	}

	/** Control characters but for line ends have no place in a calendar. */
	private static String escape(String text) {
		return text.replace("\\", "\\\\")
			.replace(";", "\\;")
			.replace(",", "\\,")
			.replaceAll("\\r\\n|\\r|\\n", "\\\\n")
			.replaceAll("\\p{Cntrl}", " ");
	}

	/** How certain an event is. */
	public enum Status {

		TENTATIVE, CONFIRMED, CANCELLED

	}

	/**
	 * An event.
	 *
	 * @param uid names it for ever, in ASCII
	 * @param sequence goes up with every change
	 * @param changed when anything of it changed
	 * @param begin its begin
	 * @param end its end
	 * @param summary its title
	 * @param description more about it
	 * @param url where it is shown
	 * @param status how certain it is
	 */
	public record Event(String uid, long sequence, Instant changed, Instant begin, Instant end, String summary,
			String description, String url, Status status) {
	}

}
