package dev.understudy.calendar.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import dev.understudy.calendar.Lane.Entry;
import dev.understudy.calendar.Weeks;
import dev.understudy.calendar.Weeks.Place;
import dev.understudy.experiment.Occupation;

/**
 * An experiment in a lane, as it is drawn.
 *
 * @param it the experiment and its time
 * @param kind how it is drawn: draft, scheduled, running or ended
 * @param place where
 * @param overlaps where others are in its way
 * @param conflicts the others
 */
record Bar(Occupation it, String kind, Place place, List<Place> overlaps, List<Occupation> conflicts) {

	static Bar of(Entry entry, Weeks weeks, Instant now) {
		Occupation it = entry.it();
		return new Bar(it, kind(it, now), weeks.place(it.begin(), it.end()),
				entry.conflicts().stream().map((other) -> overlap(it, other, weeks)).toList(), entry.conflicts());
	}

	private static Place overlap(Occupation one, Occupation other, Weeks weeks) {
		Instant begin = one.begin().isAfter(other.begin()) ? one.begin() : other.begin();
		Instant end = one.end().isBefore(other.end()) ? one.end() : other.end();
		return weeks.place(begin, end);
	}

	private static String kind(Occupation it, Instant now) {
		return switch (it.experiment().phase()) {
			case DRAFT, SUBMITTING, DISCARDED -> "draft";
			case LIVE -> it.begin().isAfter(now) ? "scheduled" : "running";
			case ENDED -> "ended";
		};
	}

	/** Message key of how it is drawn. */
	public String label() {
		return "calendar.kind." + this.kind.toLowerCase(Locale.ROOT);
	}

}
