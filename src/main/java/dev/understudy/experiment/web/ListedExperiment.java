package dev.understudy.experiment.web;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.understudy.experiment.Dashboard;
import dev.understudy.experiment.ExperimentSummary;
import dev.understudy.experiment.Standing;

/**
 * An experiment in a list, with how it stands.
 *
 * @param it the experiment
 * @param standing how it stands
 * @param timetable its schedule
 * @param waiting what its operation waits for, in words
 */
record ListedExperiment(ExperimentSummary it, Standing standing, Timetable timetable, @Nullable String waiting) {

	static ListedExperiment of(ExperimentSummary listed, Instant now) {
		return new ListedExperiment(listed, Standing.of(listed, null),
				Timetable.of(listed.startTime(), listed.endTime(), now), null);
	}

	static ListedExperiment of(Dashboard.Item item, Instant now) {
		return new ListedExperiment(item.experiment(), item.standing(),
				Timetable.of(item.experiment().startTime(), item.experiment().endTime(), now), item.waiting());
	}

}
