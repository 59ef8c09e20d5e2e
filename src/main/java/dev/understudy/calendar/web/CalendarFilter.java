package dev.understudy.calendar.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import dev.understudy.calendar.Weeks;

/**
 * Which part of the calendar to show, as the address says it. Blank is not said.
 *
 * @param from first day
 * @param weeks how many weeks
 * @param endpoint only this endpoint
 * @param target only this target
 */
record CalendarFilter(@Nullable String from, @Nullable String weeks, @Nullable String endpoint,
		@Nullable String target) {

	CalendarFilter {
		from = said(from);
		weeks = said(weeks);
		endpoint = said(endpoint);
		target = said(target);
	}

	Weeks window(Instant now) {
		try {
			int count = (this.weeks != null) ? Integer.parseInt(this.weeks) : Weeks.USUAL;
			return (this.from != null) ? new Weeks(LocalDate.parse(this.from), count) : Weeks.around(now, count);
		}
		catch (DateTimeException | IllegalArgumentException ex) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, ex.getMessage(), ex);
		}
	}

	/** Whether anything is left out that would else be shown. */
	boolean isNarrow() {
		return this.endpoint != null || this.target != null;
	}

	private static @Nullable String said(@Nullable String value) {
		return (value != null && !value.isBlank() && value.indexOf('\0') < 0) ? value.strip() : null;
	}

}
