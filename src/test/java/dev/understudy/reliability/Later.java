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

	/** Asks for a change and takes that back before long; it may be too late. */
	CHANGE_OF_MIND {
		@Override
		void carryOut(Person person) throws InterruptedException, TimeoutException {
			UUID change = person.begin(person.random().nextBoolean() ? update(person) : tag(person, "mind"));
			person.pause(LONGEST_THOUGHT);
			person.cancel(change);
			person.end(change);
		}
	},

	TAG {
		@Override
		void carryOut(Person person) throws InterruptedException, TimeoutException {
			person.ask(tag(person, "stage"));
		}
	},

	UPDATE {
		@Override
		void carryOut(Person person) throws InterruptedException, TimeoutException {
			person.ask(update(person));
		}
	},

	START_AND_STOP {
		@Override
		void carryOut(Person person) throws InterruptedException, TimeoutException {
			if (person.ask(Map.of("type", "start")) && person.seesItRunning()) {
				person.ask(stop(person.random().nextBoolean() ? "promote" : "discard"));
			}
		}
	},

	/** A stop does not wait for what is under way. */
	START_AND_OVERTAKE {
		@Override
		void carryOut(Person person) throws InterruptedException, TimeoutException {
			if (person.ask(Map.of("type", "start")) && person.seesItRunning()) {
				UUID overtaken = person.begin(update(person));
				person.pause(LONGEST_THOUGHT);
				person.ask(stop("discard"));
				person.end(overtaken);
			}
		}
	},

	/** Nobody can start anything on the endpoint after this: it keeps its shadow. */
	START_AND_KEEP {
		@Override
		void carryOut(Person person) throws InterruptedException, TimeoutException {
			if (person.ask(Map.of("type", "start")) && person.seesItRunning()) {
				person.ask(stop("keep"));
			}
		}
	},

	DELETE {
		@Override
		void carryOut(Person person) throws InterruptedException, TimeoutException {
			person.ask(Map.of("type", "delete"));
		}
	};

	static final Duration LONGEST_THOUGHT = Duration.ofMillis(1500);

	/** What one of them does: some of all this, in this order. */
	static List<Later> of(SplittableRandom random) {
		List<Later> some = new ArrayList<>();
		for (Later later : values()) {
			double chance = switch (later) {
				case TAG, UPDATE -> 0.25;
				case CHANGE_OF_MIND, START_AND_STOP -> 0.1;
				case START_AND_OVERTAKE -> some.contains(START_AND_STOP) ? 0 : 0.07;
				case START_AND_KEEP -> 0;
				case DELETE -> 0.5;
			};
			if (random.nextDouble() < chance) {
				some.add(later);
			}
		}
		return some;
	}

	// Different each time, so that the oracle can tell which one SageMaker took.
	private static Map<String, ?> update(Person person) {
		return Map.of("type", "update", "definition", Map.of("Description", person.somethingNew()));
	}

	private static Map<String, ?> tag(Person person, String key) {
		return Map.of("type", "tag", "add", List.of(Map.of("Key", key, "Value", person.somethingNew())), "remove",
				key.equals("stage") ? List.of("cost-center") : List.of());
	}

	private static Map<String, ?> stop(String action) {
		return Map.of("type", "stop", "action", action, "instances", "production", "reason",
				"The campaign has seen enough: " + action);
	}

	/** Only one experiment at a time may run on an endpoint. */
	boolean needsTheStage() {
		return this == START_AND_STOP || this == START_AND_OVERTAKE || this == START_AND_KEEP;
	}

	abstract void carryOut(Person person) throws InterruptedException, TimeoutException;

}
