package dev.understudy.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What happens to the simulated SageMaker without any client asking: settings, the clock,
 * failures, and the past that samples are given. They are journalled like calls.
 */
final class ControlOperations {

	private ControlOperations() {
	}

	static void register(Map<String, Operation> operations) {
		operations.put(Operations.CONFIGURE, (world, input, now) -> {
			world.settings(Settings.of(input, world.arns()));
			return Json.object();
		});
		operations.put(Operations.MOVE_CLOCK, (world, input, now) -> {
			world.clockOffset(Duration.ofMillis(input.path("OffsetMillis").asLong()));
			return Json.object();
		});
		operations.put(Operations.REWRITE, ControlOperations::rewrite);
		operations.put(Operations.FAIL, (world, input, now) -> {
			world.lifecycle().fail(ExperimentOperations.named(world, input), Json.require(input, "StatusReason"), now);
			return Json.object();
		});
	}

	private static ObjectNode rewrite(World world, ObjectNode input, Instant now) {
		Past past = Past.of(input);
		ObjectNode definition = (ObjectNode) input.get("Definition");
		Experiment known = world.experiment(Json.require((definition != null) ? definition : input, "Name"));
		Experiment experiment = (known != null) ? known : create(world, definition, now);
		boolean runs = past.lifecycleStatus() == Status.RUNNING;
		if (runs && world.lifecycle().isEndpointTaken(experiment.endpoint(), experiment)) {
			throw AwsException
				.inUse("Endpoint %s is in use by another inference experiment.".formatted(experiment.endpoint()));
		}
		if (known == null && definition != null) {
			world.add(experiment, Tags.read(definition));
		}
		else {
			world.lifecycle().release(experiment, now);
		}
		experiment.rewrite(past);
		if (runs) {
			world.lifecycle().deploy(experiment, past.start());
		}
		return ExperimentOperations.arnOf(experiment);
	}

	private static Experiment create(World world, @Nullable ObjectNode definition, Instant now) {
		if (definition == null) {
			throw AwsException.notFound("There is no experiment to rewrite, and no definition to make one of.");
		}
		Tags.read(definition);
		Experiment experiment = new Experiment(world.arns().experiment(Json.require(definition, "Name")), definition,
				now);
		world.catalog().requireEndpoint(experiment.endpoint());
		VariantRules.check(world.catalog(), experiment.variants());
		return experiment;
	}

}
