package dev.understudy.experiment.web;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.understudy.delivery.WaitingFor;
import dev.understudy.experiment.Dashboard.Item;
import dev.understudy.experiment.ExperimentSummary;
import dev.understudy.experiment.Standing;

/**
 * An experiment in a list, with how it stands.
 *
 * @param it the experiment
 * @param standing how it stands
 * @param timetable its schedule
 * @param waiting what its operation waits for, in words
 * @param seen tells this state from any other of the same experiment
 */
record ListedExperiment(ExperimentSummary it, Standing standing, Timetable timetable, @Nullable String waiting,
		String seen) {

	static ListedExperiment of(Item item, Instant now) {
		ExperimentSummary it = item.experiment();
		WaitingFor waiting = item.waiting();
		return new ListedExperiment(it, item.standing(), Timetable.of(it.startTime(), it.endTime(), now),
				(waiting != null) ? waiting.message() : null,
				it.version() + "-" + ((waiting != null) ? waiting.kind().id() : null));
	}

}
