package dev.understudy.calendar.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import dev.understudy.calendar.Lane.Contest;
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
 * @param conflicts the first few of the others
 * @param more how many more there are
 */
record Bar(Occupation it, String kind, Place place, List<Place> overlaps, List<Occupation> conflicts, int more) {

	static Bar of(Entry entry, List<Contest> contests, Weeks weeks, Instant now) {
		Occupation it = entry.it();
		List<Place> overlaps = entry.conflicts().isEmpty() ? List.of()
				: contests.stream()
					.filter((contest) -> contest.begin().isBefore(it.end()) && it.begin().isBefore(contest.end()))
					.map((contest) -> overlap(it, contest, weeks))
					.toList();
		return new Bar(it, kind(it, now), weeks.place(it.begin(), it.end()), overlaps, entry.conflicts(), entry.more());
	}

	private static Place overlap(Occupation it, Contest contest, Weeks weeks) {
		Instant begin = it.begin().isAfter(contest.begin()) ? it.begin() : contest.begin();
		Instant end = it.end().isBefore(contest.end()) ? it.end() : contest.end();
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
