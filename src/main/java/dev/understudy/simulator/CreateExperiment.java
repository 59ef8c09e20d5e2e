package dev.understudy.simulator;

import java.time.Instant;
import java.util.Map;

import tools.jackson.databind.node.ObjectNode;

/**
 * AWS API: CreateInferenceExperiment.
 */
final class CreateExperiment implements Operation {

	@Override
	public ObjectNode apply(World world, ObjectNode input, Instant now) {
		String name = Json.require(input, "Name");
		Experiment experiment = new Experiment(world.arns().experiment(name), input, now);
		Map<String, String> tags = Tags.read(input);
		// Assumed: names and models need not be those of the live endpoint.
		VariantRules.check(world.catalog(), experiment.variants());
		ScheduleRules.check(experiment.start(), experiment.end(), now);
		Endpoint endpoint = world.catalog().requireEndpoint(experiment.endpoint());
		if (world.experiment(name) != null) {
			throw AwsException.inUse("Inference experiment %s already exists.".formatted(experiment.arn()));
		}
		checkEndpoint(world, experiment, endpoint, now);
		checkLimit(world);
		// Assumed: a start that has passed means now.
		if (experiment.start().isBefore(now)) {
			experiment.reschedule(now, experiment.end());
		}
		world.add(experiment, tags);
		world.lifecycle().begin(experiment, Status.CREATING, now);
		return ExperimentOperations.arnOf(experiment);
	}

	/** Assumed: many may be scheduled on one endpoint, one at a time may run. */
	private static void checkEndpoint(World world, Experiment experiment, Endpoint endpoint, Instant now) {
		boolean taken = world.lifecycle().isEndpointTaken(endpoint.name(), null);
		if (taken && !experiment.start().isAfter(now)) {
			throw AwsException
				.inUse("Endpoint %s is in use by another inference experiment.".formatted(endpoint.name()));
		}
		String refusal = taken ? null : new Suitability(world.catalog()).refusal(endpoint);
		if (refusal != null) {
			throw AwsException.validation(refusal);
		}
	}

	private static void checkLimit(World world) {
		long unfinished = world.experiments().stream().filter((each) -> !each.status().isFinal()).count();
		if (unfinished >= world.settings().experimentLimit()) {
			throw AwsException.limitExceeded(
					"The account-level service limit for inference experiments is %d, with current utilization of %d."
						.formatted(world.settings().experimentLimit(), unfinished));
		}
	}

}
