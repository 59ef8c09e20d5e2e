package dev.understudy.experiment.web;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Definition.Schedule;
import dev.understudy.definition.Draft;

/**
 * When a shadow test runs, with what SageMaker does where nothing is said.
 *
 * @param start when it starts; null for as soon as it is created
 * @param end when it ends, said or not
 * @param endIsAssumed whether nobody said when it ends, so that SageMaker ends it 7 days
 * after its start
 * @param begins the start, or now
 * @param now the time on the page
 */
record Timetable(@Nullable Instant start, Instant end, boolean endIsAssumed, Instant begins, Instant now) {

	static Timetable of(Draft draft, Instant now) {
		return of(draft.startTime().orElse(null), draft.endTime().orElse(null), now);
	}

	static Timetable of(@Nullable Instant start, @Nullable Instant end, Instant now) {
		Instant begins = (start != null) ? start : now;
		return new Timetable(start, (end != null) ? end : begins.plus(Schedule.ASSUMED_LENGTH), end == null, begins,
				now);
	}

	public Span length() {
		return Span.of(Duration.between(this.begins, this.end));
	}

	public Span elapsed() {
		return Span.of(Duration.between(this.begins, this.now));
	}

	public Span left() {
		return Span.of(Duration.between(this.now, this.end));
	}

	public boolean isBackwards() {
		return !this.end.isAfter(this.begins);
	}

	/** Whether SageMaker takes no test as long as this. */
	public boolean isTooLong() {
		return Duration.between(this.begins, this.end).compareTo(Schedule.LONGEST) > 0;
	}

	public boolean isTooShort() {
		return !isBackwards() && Duration.between(this.begins, this.end).compareTo(Schedule.SHORTEST) < 0;
	}

	/** How far it is, in thousandths. */
	public long progress() {
		long whole = Duration.between(this.begins, this.end).toSeconds();
		long done = Duration.between(this.begins, this.now).toSeconds();
		return (whole <= 0) ? 0 : Math.clamp(1000 * done / whole, 0, 1000);
	}

	/**
	 * A length of time in words.
	 *
	 * @param key message key
	 * @param first the larger unit
	 * @param second the smaller one
	 */
	record Span(String key, long first, long second) {

		static Span of(Duration duration) {
			Duration it = duration.isNegative() ? Duration.ZERO : duration;
			if (it.toDays() > 0) {
				return new Span("experiment.span.days", it.toDays(), it.toHoursPart());
			}
			return (it.toHours() > 0) ? new Span("experiment.span.hours", it.toHours(), it.toMinutesPart())
					: new Span("experiment.span.minutes", it.toMinutes(), 0);
		}

	}

}
