package dev.understudy.catalog.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.understudy.catalog.Outcome;
import dev.understudy.catalog.Preflight.Report;
import dev.understudy.catalog.SpokenCheck;

/**
 * What the checks came to, as a page shows it.
 *
 * @param id the experiment
 * @param name its name
 * @param at when it was checked
 * @param blocks what forbids submitting
 * @param warnings what is worth a second look
 * @param unknown what could not be found out
 * @param passed what is well
 */
record PreflightReport(UUID id, @Nullable String name, Instant at, List<Row> blocks, List<Row> warnings,
		List<Row> unknown, List<Row> passed) {

	static PreflightReport of(Report report) {
		return new PreflightReport(report.current().experimentId(), report.current().draft().name().orElse(null),
				report.at(), rows(report, Outcome.BLOCK), rows(report, Outcome.WARN), rows(report, Outcome.UNKNOWN),
				rows(report, Outcome.PASS));
	}

	private static List<Row> rows(Report report, Outcome outcome) {
		return report.of(outcome).stream().map(Row::new).toList();
	}

	/**
	 * One check.
	 *
	 * @param check what it came to
	 */
	record Row(SpokenCheck check) {

		/** The field or section of the draft form that it is about. */
		public String anchor() {
			return switch (this.check.pointer().split("/", 3)[1]) {
				case "Name" -> "name";
				case "RoleArn" -> "role";
				case "EndpointName" -> "endpoint";
				case "Schedule" -> "schedule";
				case "DataStorageConfig" -> "destination";
				default -> "variants";
			};
		}

	}

}
