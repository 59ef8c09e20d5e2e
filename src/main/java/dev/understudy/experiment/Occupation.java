package dev.understudy.experiment;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Definition;

/**
 * From when to when an experiment takes its endpoint, or is meant to.
 *
 * @param experiment the experiment
 * @param begin when it starts or started; for one that starts as soon as it is created
 * and is not, the moment of asking
 * @param end when it ended, or is to end; 7 days after its start where nobody says
 * @param beginIsAssumed whether it starts as soon as it is created, and is not
 * @param endIsAssumed whether nobody says when it ends
 */
public record Occupation(ExperimentSummary experiment, Instant begin, Instant end, boolean beginIsAssumed,
		boolean endIsAssumed) {

	static Occupation of(ExperimentSummary experiment, @Nullable Instant begun, Instant now) {
		Instant begin = (begun != null) ? begun : now;
		Instant end = (experiment.phase() == Phase.ENDED) ? experiment.endedAt() : experiment.endTime();
		return new Occupation(experiment, begin, (end != null) ? end : begin.plus(Definition.Schedule.ASSUMED_LENGTH),
				begun == null, end == null);
	}

	/**
	 * Our own id of the experiment.
	 * @return its id
	 */
	public UUID id() {
		return this.experiment.id();
	}

	/**
	 * How it stands.
	 * @return as lists show it while nothing is known of what its operation waits for
	 */
	public Standing standing() {
		return Standing.of(this.experiment, null);
	}

	/**
	 * Whether it takes any time at all: one that ended before its start never ran.
	 * @return true if its end is after its begin
	 */
	public boolean takesTime() {
		return this.end.isAfter(this.begin);
	}

	/**
	 * Whether it is not over, so that others have to make room for it.
	 * @return true for drafts, those being submitted, and live ones
	 */
	public boolean isOpen() {
		return this.experiment.phase() != Phase.ENDED;
	}

	/**
	 * Whether two cannot both be: both are not over, on the same endpoint of the same
	 * target, at the same time.
	 * @param other another one
	 * @return true if they are in each other's way
	 */
	public boolean conflictsWith(Occupation other) {
		ExperimentSummary mine = this.experiment;
		ExperimentSummary theirs = other.experiment;
		boolean together = this.begin.isBefore(other.end) && other.begin.isBefore(this.end);
		return !mine.id().equals(theirs.id()) && isOpen() && other.isOpen() && together
				&& mine.target().equals(theirs.target()) && mine.endpoint() != null
				&& mine.endpoint().equals(theirs.endpoint());
	}

}
