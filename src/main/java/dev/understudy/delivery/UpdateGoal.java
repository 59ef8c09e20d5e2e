package dev.understudy.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.delivery.Observation.Described;
import dev.understudy.sagemaker.ChangeRequest;
import dev.understudy.sagemaker.ShadowTest;

/**
 * To be what was asked for, member by member, unless somebody else changed one of those
 * members meanwhile (AWS API: UpdateInferenceExperiment). While it waits for its start
 * every updatable member may change; while it runs only the description, the sampling
 * percentage and the end.
 */
final class UpdateGoal implements Goal {

	private static final List<String> START_AND_END = List.of("/Schedule/StartTime", "/Schedule/EndTime");

	private static final Set<String> WHILE_RUNNING = Set.of("/Description", "/Schedule/EndTime", "/ShadowModeConfig");

	@Override
	public boolean isReached(ChangeRow row, Described seen) {
		return differing(row, seen).isEmpty();
	}

	@Override
	public Optional<Decision> lost(ChangeRow row, Described seen) {
		if (seen.test().isOver()) {
			return Optional.of(new Decision.Reject(OperationError.ours("not-allowed-now",
					Sentences.say("ended-already.update", Reasons.end(seen.test())))));
		}
		JsonNode now = seen.test().definition();
		JsonNode before = row.payload().path("seen");
		List<Difference> drift = differing(row, seen).stream()
			.filter((pointer) -> !Members.isSame(before.at(pointer), now.at(pointer)))
			.map((pointer) -> new Difference(pointer, asked(row).at(pointer), Members.orNull(before.at(pointer)),
					Members.orNull(now.at(pointer))))
			.toList();
		if (!drift.isEmpty()) {
			return Optional.of(new Decision.Conflict(Reasons.drift(drift)));
		}
		return isAllowed(row, seen) ? Optional.empty() : Optional
			.of(new Decision.Reject(OperationError.ours("not-allowed-now", Sentences.say("not-while-running"))));
	}

	@Override
	public Optional<ChangeRequest> step(ChangeRow row, Described seen, Instant now) {
		String status = seen.test().status();
		if (!ShadowTest.CREATED.equals(status) && !ShadowTest.RUNNING.equals(status)) {
			return Optional.empty();
		}
		ObjectNode members = JsonNodeFactory.instance.objectNode();
		List<String> differing = differing(row, seen);
		differing.stream()
			.filter((pointer) -> !START_AND_END.contains(pointer))
			.forEach((pointer) -> members.set(pointer.substring(1), asked(row).at(pointer)));
		if (differing.stream().anyMatch(START_AND_END::contains)) {
			ObjectNode schedule = schedule(row, seen);
			if (isPast(schedule.path("StartTime"), now)) {
				return Optional.empty();
			}
			members.set("Schedule", schedule);
		}
		return Optional.of(new ChangeRequest.Update(row.name(), members));
	}

	// What AWS makes of half a schedule before the start is unknown, so it gets all of
	// it; a start that has passed must not be sent.
	private static ObjectNode schedule(ChangeRow row, Described seen) {
		ObjectNode schedule = JsonNodeFactory.instance.objectNode();
		if (!ShadowTest.RUNNING.equals(seen.test().status())) {
			schedule.setAll(seen.test().definition().withObject("Schedule"));
			schedule.setAll((ObjectNode) asked(row).path("Schedule"));
		}
		else {
			schedule.set("EndTime", asked(row).at("/Schedule/EndTime"));
		}
		return schedule;
	}

	private static boolean isPast(JsonNode time, Instant now) {
		return time.isString() && Instant.parse(time.stringValue()).isBefore(now);
	}

	private static boolean isAllowed(ChangeRow row, Described seen) {
		if (!ShadowTest.RUNNING.equals(seen.test().status())) {
			return true;
		}
		List<String> differing = differing(row, seen);
		return WHILE_RUNNING.containsAll(differing) && (!differing.contains("/ShadowModeConfig")
				|| Members.isSame(withoutSampling(asked(row)), withoutSampling(seen.test().definition())));
	}

	private static JsonNode withoutSampling(JsonNode definition) {
		JsonNode config = definition.path("ShadowModeConfig").deepCopy();
		config.path("ShadowModelVariants").forEach((it) -> ((ObjectNode) it).remove("SamplingPercentage"));
		return config;
	}

	/** Where what was asked for is not what stands there. */
	private static List<String> differing(ChangeRow row, Described seen) {
		JsonNode now = seen.test().definition();
		return asked(row).propertyNames()
			.stream()
			.flatMap((name) -> name.equals("Schedule")
					? START_AND_END.stream().filter((pointer) -> !asked(row).at(pointer).isMissingNode())
					: List.of("/" + name).stream())
			.filter((pointer) -> !Members.isSame(asked(row).at(pointer), now.at(pointer)))
			.toList();
	}

	private static JsonNode asked(ChangeRow row) {
		return row.payload().path("asked");
	}

}
