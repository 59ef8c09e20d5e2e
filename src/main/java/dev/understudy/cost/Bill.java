package dev.understudy.cost;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Definition;
import dev.understudy.experiment.Ended;
import dev.understudy.experiment.Experiment;
import dev.understudy.experiment.Phase;
import dev.understudy.experiment.Sighting;
import dev.understudy.experiment.StopOrder;
import dev.understudy.experiment.Stopped;

/**
 * What the shadow of an experiment costs, and has cost so far. An estimate as well: AWS's
 * bill is what counts.
 *
 * @param estimate what it costs in total: as planned, or up to where it ended
 * @param resizing what submitting would change in production; null if nothing, or if that
 * is not known
 * @param soFar how long it has stood; null before it is in SageMaker
 * @param over whether it has ended, so that what it has cost is all it costs
 * @param left what became of the shadow when somebody ended the test; null if it is gone
 */
public record Bill(Estimate estimate, @Nullable Resizing resizing, @Nullable Duration soFar, boolean over,
		StopOrder.@Nullable Action left) {

	private static final String WAITING = "Created";

	private static final String CREATING = "Creating";

	static Bill of(Experiment experiment, Estimate planned, @Nullable Resizing resizing, Instant now) {
		Ended ended = experiment.getEnded();
		if (ended != null) {
			Duration stood = between(begin(experiment), ended.at());
			return new Bill(planned.lasting(stood, false), null, stood, true, left(experiment.getStopped()));
		}
		if (experiment.getPhase() != Phase.LIVE) {
			return new Bill(planned, resizing, null, false, null);
		}
		Instant begin = begin(experiment);
		Instant end = experiment.getOutline().endTime();
		Instant until = (end != null) ? end : begin.plus(Definition.Schedule.ASSUMED_LENGTH);
		return new Bill(planned.lasting(between(begin, until), end == null), null, stood(experiment, begin, now), false,
				null);
	}

	private static Duration stood(Experiment experiment, Instant begin, Instant now) {
		Sighting seen = experiment.getSighting();
		boolean waits = seen == null || WAITING.equals(seen.status()) || CREATING.equals(seen.status());
		return waits ? Duration.ZERO : between(begin, now);
	}

	/**
	 * When its shadow came to stand, as far as is known; SageMaker's word counts most.
	 */
	private static Instant begin(Experiment experiment) {
		Instant start = experiment.getOutline().startTime();
		if (start != null) {
			return start;
		}
		Sighting seen = experiment.getSighting();
		Instant created = (seen != null) ? seen.creationTime() : null;
		Instant live = experiment.getLiveAt();
		return (created != null) ? created : (live != null) ? live : experiment.getCreatedAt();
	}

	private static StopOrder.@Nullable Action left(@Nullable Stopped stopped) {
		boolean stays = stopped != null && stopped.action() != StopOrder.Action.DISCARD;
		return stays ? stopped.action() : null;
	}

	private static Duration between(Instant begin, Instant end) {
		return end.isAfter(begin) ? Duration.between(begin, end) : Duration.ZERO;
	}

	/**
	 * How long it has stood in hours.
	 * @return at most two decimals; null before it is in SageMaker
	 */
	public @Nullable String hoursSoFar() {
		return (this.soFar != null) ? Estimate.inHours(this.soFar) : null;
	}

	/**
	 * What it has cost so far.
	 * @return null if anything is unknown, or it is not in SageMaker yet
	 */
	public @Nullable Money costSoFar() {
		return (this.soFar != null) ? this.estimate.of(this.soFar) : null;
	}

}
