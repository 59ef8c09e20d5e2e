package dev.understudy.delivery;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.actor.Actor;
import dev.understudy.audit.Audited;

/**
 * What happened to an operation, for the audit trail.
 */
record Trace(Actor actor, String action, @Nullable UUID experimentId, @Nullable String target, @Nullable String before,
		@Nullable String after, @Nullable String reason, @Nullable String awsRequestId) implements Audited {

	static Trace of(Actor actor, String verb, Operation operation, @Nullable String after, @Nullable String reason,
			@Nullable String awsRequestId) {
		return new Trace(actor, "operation." + verb, operation.experimentId(), operation.target(),
				json("state", operation.state().id()), after, reason, awsRequestId);
	}

	/**
	 * A JSON object of texts.
	 * @param members names and values in turn
	 */
	static String json(String... members) {
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		for (int i = 0; i < members.length; i += 2) {
			json.put(members[i], members[i + 1]);
		}
		return json.toString();
	}

}
