package dev.understudy.exchange;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * What is publicly known of a resource's schema, and what of a document does not keep to
 * it. Nothing is allowed that is not named.
 */
record SchemaFacts(JsonNode root) {

	List<String> violations(JsonNode document) {
		List<String> violations = new ArrayList<>();
		check(document, this.root, "", violations);
		return violations;
	}

	private static void check(JsonNode value, JsonNode schema, String path, List<String> violations) {
		String type = schema.path("type").stringValue();
		switch (type) {
			case "object" -> object(value, schema, path, violations);
			case "array" -> {
				if (!value.isArray()) {
					violations.add(path + " is no array");
					return;
				}
				bounds(value.size(), schema, path, violations);
				value.forEach((item) -> check(item, schema.path("items"), path + "[]", violations));
			}
			case "string" -> {
				if (!value.isString()) {
					violations.add(path + " is no string");
					return;
				}
				bounds(value.stringValue().length(), schema, path, violations);
				if (schema.has("pattern") && !value.stringValue().matches(schema.path("pattern").stringValue())) {
					violations.add(path + " does not match");
				}
				if (schema.has("allowed") && schema.path("allowed").valueStream().noneMatch(value::equals)) {
					violations.add(path + " is not allowed");
				}
			}
			case "integer" -> {
				if (!value.isIntegralNumber()) {
					violations.add(path + " is no integer");
					return;
				}
				bounds(value.intValue(), schema, path, violations);
			}
			default -> throw new IllegalStateException("No such type: " + type);
		}
	}

	private static void object(JsonNode value, JsonNode schema, String path, List<String> violations) {
		if (!value.isObject()) {
			violations.add(path + " is no object");
			return;
		}
		schema.path("required")
			.valueStream()
			.filter((name) -> !value.has(name.stringValue()))
			.forEach((name) -> violations.add(path + "." + name.stringValue() + " is missing"));
		for (String name : value.propertyNames()) {
			if (schema.path("properties").has(name)) {
				check(value.path(name), schema.path("properties").path(name), path + "." + name, violations);
			}
			else {
				violations.add(path + "." + name + " is unknown");
			}
		}
	}

	private static void bounds(int size, JsonNode schema, String path, List<String> violations) {
		if (size < schema.path("min").asInt(Integer.MIN_VALUE) || size > schema.path("max").asInt(Integer.MAX_VALUE)) {
			violations.add("%s is out of bounds: %d".formatted(path, size));
		}
	}

}
