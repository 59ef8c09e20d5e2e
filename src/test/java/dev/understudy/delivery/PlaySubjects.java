package dev.understudy.delivery;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.delivery.PlaySubject.Status;
import dev.understudy.delivery.PlaySubject.Value;
import dev.understudy.delivery.PlaySubject.Which;
import dev.understudy.sagemaker.ShadowTest;

/**
 * Describes what stands there as SageMaker does, and tells whether it is what a change
 * asked for.
 */
final class PlaySubjects {

	private static final String ARN = "arn";

	private static final Instant CREATED_AT = Instant.parse("2026-11-20T08:00:00Z");

	static final Subject SUBJECT = new Subject(ARN, CREATED_AT, null);

	private final OperationType type;

	private final Map<PlaySubject, Observation> described = new ConcurrentHashMap<>();

	PlaySubjects(OperationType type) {
		this.type = type;
	}

	Observation described(PlaySubject it) {
		return this.described.computeIfAbsent(it, this::describe);
	}

	private Observation describe(PlaySubject it) {
		ObjectNode definition = JsonNodeFactory.instance.objectNode().put("Description", it.value().name());
		Map<String, String> tags = new HashMap<>(Map.of("value", it.value().name()));
		if (it.old()) {
			tags.put("old", "yes");
		}
		Instant createdAt = (it.which() == Which.MEANT) ? CREATED_AT : CREATED_AT.plusSeconds(60);
		return new Observation.Described(
				new ShadowTest(ARN, "name", it.status().aws(), reason(it), createdAt, null, null, definition), tags);
	}

	private static String reason(PlaySubject it) {
		return (it.value() == Value.OURS) ? "enough [understudy %s]".formatted(PlayOfChange.ID) : "enough";
	}

	/** Whether it is what was asked for, whoever brought it about. */
	boolean isReached(PlaySubject it) {
		if (this.type == OperationType.DELETE) {
			return !it.isMeant();
		}
		return it.isMeant() && switch (this.type) {
			case START -> it.status() != Status.CREATED;
			case STOP -> it.is(Status.STOPPING, Status.COMPLETED) && it.value() == Value.OURS;
			case TAG -> it.value() == Value.OURS && !it.old();
			default -> it.value() == Value.OURS;
		};
	}

	/**
	 * Whether it stands as asked for, so that nobody may be told that ours was not done.
	 */
	boolean isOurDoing(PlaySubject it) {
		return switch (this.type) {
			case START -> it.isMeant() && it.is(Status.STARTING, Status.RUNNING);
			case DELETE -> !it.isThere();
			default -> isReached(it);
		};
	}

}
