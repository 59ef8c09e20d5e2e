package dev.understudy.exchange;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes literals of Python, laid out as its formatters do. */
final class PythonText {

	private static final String INDENT = "    ";

	private PythonText() {
	}

	static String literal(String text) {
		return Escapes.escape(text, Escapes::unicode);
	}

	static String literal(JsonNode value, String indent) {
		return switch (value) {
			case ObjectNode object -> object(object, indent);
			case ArrayNode list -> list(list, indent);
			case JsonNode text when text.isString() -> literal(text.stringValue());
			case JsonNode other when other.isBoolean() -> other.booleanValue() ? "True" : "False";
			case JsonNode other when other.isNull() -> "None";
			default -> value.toString();
		};
	}

	private static String object(ObjectNode object, String indent) {
		if (object.isEmpty()) {
			return "{}";
		}
		StringBuilder text = new StringBuilder("{\n");
		for (var member : object.properties()) {
			text.append(indent)
				.append(INDENT)
				.append(literal(member.getKey()))
				.append(": ")
				.append(literal(member.getValue(), indent + INDENT))
				.append(",\n");
		}
		return text.append(indent).append('}').toString();
	}

	private static String list(ArrayNode list, String indent) {
		if (list.isEmpty()) {
			return "[]";
		}
		StringBuilder text = new StringBuilder("[\n");
		for (JsonNode item : list) {
			text.append(indent).append(INDENT).append(literal(item, indent + INDENT)).append(",\n");
		}
		return text.append(indent).append(']').toString();
	}

}
