package dev.understudy.definition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * Writes a JSON tree by the JSON Canonicalization Scheme (RFC 8785).
 */
final class CanonicalJson {

	private final StringBuilder out = new StringBuilder();

	private CanonicalJson() {
	}

	static String write(JsonNode node) {
		CanonicalJson writer = new CanonicalJson();
		writer.value(node);
		return writer.out.toString();
	}

	private void value(JsonNode node) {
		switch (node.getNodeType()) {
			case OBJECT -> object(node);
			case ARRAY -> array(node);
			case STRING -> string(node.stringValue());
			case NUMBER -> this.out.append(EcmaNumber.format(node.decimalValue().doubleValue()));
			case BOOLEAN -> this.out.append(node.booleanValue());
			case NULL -> this.out.append("null");
			default -> throw new IllegalArgumentException("Not a JSON value: " + node.getNodeType());
		}
	}

	/** String order is by UTF-16 units, as the scheme asks for. */
	private void object(JsonNode object) {
		List<String> names = new ArrayList<>(object.propertyNames());
		Collections.sort(names);
		String separator = "{";
		for (String name : names) {
			this.out.append(separator);
			string(name);
			this.out.append(':');
			value(object.path(name));
			separator = ",";
		}
		this.out.append(names.isEmpty() ? "{}" : "}");
	}

	private void array(JsonNode array) {
		String separator = "[";
		for (JsonNode item : array) {
			this.out.append(separator);
			value(item);
			separator = ",";
		}
		this.out.append(array.isEmpty() ? "[]" : "]");
	}

	private void string(String text) {
		this.out.append('"');
		text.chars().forEach((unit) -> character((char) unit));
		this.out.append('"');
	}

	private void character(char unit) {
		switch (unit) {
			case '"' -> this.out.append("\\\"");
			case '\\' -> this.out.append("\\\\");
			case '\b' -> this.out.append("\\b");
			case '\t' -> this.out.append("\\t");
			case '\n' -> this.out.append("\\n");
			case '\f' -> this.out.append("\\f");
			case '\r' -> this.out.append("\\r");
			default -> this.out.append((unit < ' ') ? "\\u%04x".formatted((int) unit) : unit);
		}
	}

}
