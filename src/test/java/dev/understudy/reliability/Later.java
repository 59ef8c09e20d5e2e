package dev.understudy.reliability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

/**
 * What somebody does with an experiment after it was created.
 */
enum Later {

	TAG {
		@Override
		void carryOut(UUID experiment, Asking asking, Console console) throws InterruptedException, TimeoutException {
			asking.ask(experiment, Map.of("type", "tag", "add", List.of(Map.of("Key", "stage", "Value", "two")),
					"remove", List.of("cost-center")));
		}
	},

	UPDATE {
		@Override
		void carryOut(UUID experiment, Asking asking, Console console) throws InterruptedException, TimeoutException {
			var definition = (tools.jackson.databind.node.ObjectNode) console.experiment(experiment).path("definition");
			asking.ask(experiment,
					Map.of("type", "update", "definition", definition.put("Description", "Changed by the campaign")));
		}
	},

	START_AND_STOP {
		@Override
		void carryOut(UUID experiment, Asking asking, Console console) throws InterruptedException, TimeoutException {
			if (asking.ask(experiment, Map.of("type", "start")) && isSeenRunning(experiment, console)) {
				asking.ask(experiment, Map.of("type", "stop", "action", "discard", "instances", "production", "reason",
						"The campaign has seen enough"));
			}
		}
	},

	DELETE {
		@Override
		void carryOut(UUID experiment, Asking asking, Console console) throws InterruptedException, TimeoutException {
			asking.ask(experiment, Map.of("type", "delete"));
		}
	};

	/** What one of them does: some of all this, in this order. */
	static List<Later> of(SplittableRandom random) {
		List<Later> some = new ArrayList<>();
		for (Later later : values()) {
			double chance = switch (later) {
				case TAG, UPDATE -> 0.25;
				case START_AND_STOP -> 0.1;
				case DELETE -> 0.5;
			};
			if (random.nextDouble() < chance) {
				some.add(later);
			}
		}
		return some;
	}

	/** What has not been seen to run is not to be stopped. */
	private static boolean isSeenRunning(UUID experiment, Console console) throws InterruptedException {
		for (int tries = 0; tries < 240; tries++) {
			if (console.experiment(experiment).at("/sagemaker/status").asString("").equals("Running")) {
				return true;
			}
			Thread.sleep(Duration.ofMillis(500));
		}
		return false;
	}

	/** Only one experiment at a time may run on an endpoint. */
	boolean needsTheStage() {
		return this == START_AND_STOP;
	}

	abstract void carryOut(UUID experiment, Asking asking, Console console)
			throws InterruptedException, TimeoutException;

	/** Asks for an operation, waits for its end and tells whether it was confirmed. */
	@FunctionalInterface
	interface Asking {

		boolean ask(UUID experiment, Map<String, ?> operation) throws InterruptedException, TimeoutException;

	}

}
