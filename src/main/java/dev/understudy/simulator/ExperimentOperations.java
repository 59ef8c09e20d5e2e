package dev.understudy.simulator;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Describe, Start, Stop and Delete of inference experiments.
 */
final class ExperimentOperations {

	private ExperimentOperations() {
	}

	static void register(Map<String, Operation> operations) {
		operations.put("CreateInferenceExperiment", new CreateExperiment());
		operations.put("DescribeInferenceExperiment", ExperimentOperations::describe);
		operations.put("StartInferenceExperiment", ExperimentOperations::start);
		operations.put("StopInferenceExperiment", ExperimentOperations::stop);
		operations.put("DeleteInferenceExperiment", ExperimentOperations::delete);
	}

	static ObjectNode arnOf(Experiment experiment) {
		return Json.object().put("InferenceExperimentArn", experiment.arn());
	}

	static Experiment named(World world, ObjectNode input) {
		return world.requireExperiment(Json.require(input, "Name"));
	}

	private static ObjectNode describe(World world, ObjectNode input, Instant now) {
		return new ExperimentAnswers(world.catalog()).description(named(world, input));
	}

	/** Assumed: a start on an endpoint that is taken is {@code ResourceInUse}. */
	private static ObjectNode start(World world, ObjectNode input, Instant now) {
		Experiment experiment = named(world, input);
		requireStatus(experiment, "started", Status.CREATED);
		if (world.lifecycle().isEndpointTaken(experiment.endpoint(), experiment)) {
			throw AwsException
				.inUse("Endpoint %s is in use by another inference experiment.".formatted(experiment.endpoint()));
		}
		String refusal = new Suitability(world.catalog())
			.refusal(world.catalog().requireEndpoint(experiment.endpoint()));
		if (refusal != null) {
			throw AwsException.validation(refusal);
		}
		Instant latestEnd = now.plus(Experiment.GREATEST_LENGTH);
		experiment.reschedule(now, experiment.end().isAfter(latestEnd) ? latestEnd : experiment.end());
		world.lifecycle().begin(experiment, Status.STARTING, now);
		return arnOf(experiment);
	}

	/** Assumed: a scheduled experiment cannot be stopped, only deleted. */
	private static ObjectNode stop(World world, ObjectNode input, Instant now) {
		Experiment experiment = named(world, input);
		requireStatus(experiment, "stopped", Status.RUNNING);
		List<String> variants = experiment.variants().names();
		Set<String> named = new HashSet<>(input.path("ModelVariantActions").propertyNames());
		for (JsonNode wanted : input.path("DesiredModelVariants")) {
			named.add(Json.require(wanted, "VariantName"));
		}
		named.removeAll(variants);
		if (!named.isEmpty()) {
			throw AwsException.validation("Inference experiment %s has no model variant named %s."
				.formatted(experiment.name(), String.join(", ", named)));
		}
		Json.objects(input, "DesiredModelVariants").forEach(new Suitability(world.catalog())::check);
		// Assumed: an endpoint is never left without a production variant, or with two.
		if (Outcome.of(experiment, input).production().size() != 1) {
			throw AwsException.validation("Exactly one model variant must be left as the production variant.");
		}
		experiment.stopWith(input);
		world.lifecycle().begin(experiment, Status.STOPPING, now);
		return arnOf(experiment);
	}

	private static ObjectNode delete(World world, ObjectNode input, Instant now) {
		Experiment experiment = named(world, input);
		requireStatus(experiment, "deleted", Status.CREATED, Status.COMPLETED, Status.CANCELLED);
		world.remove(experiment);
		return arnOf(experiment);
	}

	static void requireStatus(Experiment experiment, String verb, Status... allowed) {
		if (!List.of(allowed).contains(experiment.status())) {
			throw AwsException.conflict("Inference experiment %s cannot be %s in status %s."
				.formatted(experiment.name(), verb, experiment.status()));
		}
	}

}
