package dev.understudy.simulator;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * AWS API: UpdateInferenceExperiment. A running experiment takes a new description,
 * sampling percentage and end only.
 */
final class UpdateExperiment implements Operation {

	private static final String[] MEMBERS = { "Description", "ModelVariants", "DataStorageConfig", "ShadowModeConfig" };

	@Override
	public ObjectNode apply(World world, ObjectNode input, Instant now) {
		Experiment experiment = ExperimentOperations.named(world, input);
		ExperimentOperations.requireStatus(experiment, "updated", Status.CREATED, Status.RUNNING);
		ObjectNode updated = experiment.definition().deepCopy();
		Json.copy(input, updated, MEMBERS);
		Instant start = or(Json.time(input.path("Schedule"), "StartTime"), experiment.start());
		Instant end = or(Json.time(input.path("Schedule"), "EndTime"), experiment.end());
		VariantRules.check(world.catalog(), new Variants(updated));
		ScheduleRules.check(start, end, now);
		if (experiment.status() == Status.RUNNING) {
			requireUpdatableWhileRunning(experiment, updated, start);
		}
		Json.copy(updated, experiment.definition(), MEMBERS);
		// Assumed: a start that has passed means now, as for Create.
		boolean passed = experiment.status() == Status.CREATED && start.isBefore(now);
		experiment.reschedule(passed ? now : start, end);
		world.lifecycle().begin(experiment, Status.UPDATING, now);
		return ExperimentOperations.arnOf(experiment);
	}

	private static void requireUpdatableWhileRunning(Experiment experiment, ObjectNode updated, Instant start) {
		ObjectNode before = comparable(experiment.definition());
		if (!comparable(updated).equals(before) || !start.equals(experiment.start())) {
			throw AwsException.conflict(
					"Only Description, SamplingPercentage and EndTime of inference experiment %s can be updated in status %s."
						.formatted(experiment.name(), experiment.status()));
		}
	}

	private static ObjectNode comparable(ObjectNode definition) {
		ObjectNode copy = definition.deepCopy();
		copy.remove("Description");
		for (JsonNode shadow : copy.path("ShadowModeConfig").path("ShadowModelVariants")) {
			((ObjectNode) shadow).remove("SamplingPercentage");
		}
		return copy;
	}

	private static Instant or(@Nullable Instant asked, Instant otherwise) {
		return (asked != null) ? asked : otherwise;
	}

}
