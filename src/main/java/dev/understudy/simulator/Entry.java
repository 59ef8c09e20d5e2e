package dev.understudy.simulator;

import java.time.Instant;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of the journal: an operation that was accepted, and everything needed to carry
 * it out again.
 *
 * @param at the simulated moment it took effect
 * @param operation its name
 * @param requestId the request id AWS's client was given
 * @param input the request
 */
record Entry(Instant at, String operation, String requestId, ObjectNode input) {

	static Entry read(String line) {
		JsonNode node = Json.MAPPER.readTree(line);
		if (!(node.get("input") instanceof ObjectNode input)) {
			throw new IllegalArgumentException("The entry has no input");
		}
		return new Entry(Instant.parse(Json.require(node, "at")), Json.require(node, "operation"),
				Json.require(node, "requestId"), input);
	}

	String write() {
		ObjectNode node = Json.object()
			.put("at", this.at.toString())
			.put("operation", this.operation)
			.put("requestId", this.requestId);
		node.set("input", this.input);
		return node.toString();
	}

}
