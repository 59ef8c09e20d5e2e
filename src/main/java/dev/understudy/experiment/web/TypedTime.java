package dev.understudy.experiment.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;

import org.jspecify.annotations.Nullable;

/**
 * A date and time of day as it stands in a field. Where clocks are put back and it comes
 * twice, the second one is written with its offset, as it could not be told from the
 * first one otherwise.
 *
 * @param local the date and time of day
 * @param offset the offset from UTC, where it is said
 */
record TypedTime(LocalDateTime local, @Nullable ZoneOffset offset) {

	private static final DateTimeFormatter LOCAL = DateTimeFormatter.ISO_LOCAL_DATE_TIME;

	private static final DateTimeFormatter TYPED = new DateTimeFormatterBuilder().append(LOCAL)
		.optionalStart()
		.appendOffsetId()
		.toFormatter();

	/** What a field says; null if that is no time. */
	static @Nullable TypedTime of(String typed) {
		try {
			TemporalAccessor it = TYPED.parseBest(typed.strip().replace(' ', 'T'), OffsetDateTime::from,
					LocalDateTime::from);
			return (it instanceof OffsetDateTime time) ? new TypedTime(time.toLocalDateTime(), time.getOffset())
					: new TypedTime((LocalDateTime) it, null);
		}
		catch (DateTimeException noTime) {
			return null;
		}
	}

	/** How a moment is written in a zone, to the second. */
	static TypedTime of(Instant moment, ZoneId zone) {
		ZoneOffset offset = zone.getRules().getOffset(moment);
		LocalDateTime local = LocalDateTime.ofInstant(moment, offset).truncatedTo(ChronoUnit.SECONDS);
		boolean plain = ZoneOffset.from(local.atZone(zone)).equals(offset);
		return new TypedTime(local, plain ? null : offset);
	}

	/** The moment it means: the first one of two, and past a gap, unless told. */
	Instant in(ZoneId zone) {
		return (this.offset != null) ? this.local.toInstant(this.offset) : this.local.atZone(zone).toInstant();
	}

	String text() {
		return LOCAL.format(this.local) + ((this.offset != null) ? this.offset.getId() : "");
	}

}
