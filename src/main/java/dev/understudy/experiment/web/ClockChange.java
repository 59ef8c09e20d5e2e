package dev.understudy.experiment.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.understudy.definition.Draft;

/**
 * That clocks are put forward or back over a time somebody typed, so that there is no
 * such time, or two.
 *
 * @param key message key of what happens
 * @param label message key of the field
 * @param typed the time as typed
 * @param zone the zone it was typed in
 * @param from where the clocks jump
 * @param to where they jump to
 * @param meant the local time it is taken for, with its offset
 * @param instant the moment it is taken for
 */
record ClockChange(String key, String label, String typed, String zone, String from, String to, String meant,
		Instant instant) {

	private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

	private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx");

	/** What befalls the times of a form that has become a draft. */
	static List<ClockChange> of(DraftForm form, Draft draft) {
		return Stream.of(FormField.START, FormField.END).flatMap((field) -> of(field, form, draft).stream()).toList();
	}

	private static Optional<ClockChange> of(FormField field, DraftForm form, Draft draft) {
		TypedTime time = TypedTime.of(Texts.orEmpty(field.typed(form)));
		Instant instant = draft.time(field.pointer()).orElse(null);
		if (time == null || instant == null) {
			return Optional.empty();
		}
		ZoneId zone = form.zoneId();
		LocalDateTime local = (time.offset() != null) ? LocalDateTime.ofInstant(instant, zone) : time.local();
		return Optional.ofNullable(zone.getRules().getTransition(local))
			.map((jump) -> of(field, local, zone, jump, instant));
	}

	private static ClockChange of(FormField field, LocalDateTime local, ZoneId zone, ZoneOffsetTransition jump,
			Instant instant) {
		ZoneOffset offset = zone.getRules().getOffset(instant);
		return new ClockChange("draft.clock." + kind(jump, offset), field.label(), DAY_AND_TIME.format(local),
				zone.getId(), TIME.format(jump.getDateTimeBefore()), TIME.format(jump.getDateTimeAfter()),
				WITH_OFFSET.format(instant.atOffset(offset)), instant);
	}

	private static String kind(ZoneOffsetTransition jump, ZoneOffset offset) {
		if (jump.isGap()) {
			return "gap";
		}
		return offset.equals(jump.getOffsetBefore()) ? "first" : "second";
	}

}
