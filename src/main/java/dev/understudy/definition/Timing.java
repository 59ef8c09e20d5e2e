package dev.understudy.definition;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The schedule of a draft as rules see it: moments that can be read, and the moment of
 * judging.
 */
record Timing(Optional<Instant> start, Optional<Instant> end, Instant now, Purpose purpose) {

	static final String START = "/Schedule/StartTime";

	static final String END = "/Schedule/EndTime";

	static Timing of(Draft draft, RuleContext context) {
		return new Timing(draft.startTime(), draft.endTime(), context.now(), context.purpose());
	}

	/**
	 * How long the test would run, if that is known and the moments are in order. A new
	 * test without a start begins now.
	 */
	Optional<Duration> length() {
		return this.end.flatMap((last) -> begin().map((first) -> Duration.between(first, last)))
			.filter(Duration::isPositive);
	}

	private Optional<Instant> begin() {
		return (this.purpose == Purpose.CREATE) ? this.start.or(() -> Optional.of(this.now)) : this.start;
	}

	/**
	 * A finding with the moments filled in.
	 */
	Finding error(String rule, String pointer) {
		return Wording.error(rule, pointer)
			.with("start", this.start.map(Instant::toString).orElseGet(() -> FindingLanguage.word("now")))
			.with("end", this.end.map(Instant::toString).orElse(""))
			.with("now", this.now.truncatedTo(ChronoUnit.SECONDS))
			.with("length", length().map(Spoken::of).orElse(""))
			.build();
	}

}
