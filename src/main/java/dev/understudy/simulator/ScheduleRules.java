package dev.understudy.simulator;

import java.time.Instant;

/**
 * What AWS documents of a schedule: the end after the start and at most thirty days
 * later. Assumed: the hour its console asks for at least is not asked for by the API.
 */
final class ScheduleRules {

	private ScheduleRules() {
	}

	static void check(Instant start, Instant end, Instant now) {
		if (!end.isAfter(start)) {
			throw AwsException.validation("Schedule EndTime must be after StartTime.");
		}
		if (!end.isAfter(now)) {
			throw AwsException.validation("Schedule EndTime must be in the future.");
		}
		if (end.isAfter(start.plus(Experiment.GREATEST_LENGTH))) {
			throw AwsException.validation("An inference experiment can run for at most %d days."
				.formatted(Experiment.GREATEST_LENGTH.toDays()));
		}
	}

}
