package dev.understudy.exchange;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes attributes in Terraform's language, in snake case and laid out as
 * <code>terraform fmt</code> does.
 */
final class HclText {

	private static final String INDENT = "  ";

	private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

	private HclText() {
	}

	/**
	 * Each member on lines of its own; the equals signs of lines in a row are aligned.
	 */
	static String attributes(ObjectNode object, String indent) {
		StringBuilder text = new StringBuilder();
		int width = 0;
		for (Map.Entry<String, JsonNode> member : object.properties()) {
			if (isOnOneLine(member.getValue())) {
				width = Math.max(width, name(member.getKey()).length());
			}
		}
		for (Map.Entry<String, JsonNode> member : object.properties()) {
			if (isOnOneLine(member.getValue())) {
				String name = name(member.getKey());
				attribute(text, name + " ".repeat(width - name.length()), member.getValue(), indent);
			}
		}
		for (Map.Entry<String, JsonNode> member : object.properties()) {
			if (!isOnOneLine(member.getValue())) {
				attribute(text, name(member.getKey()), member.getValue(), indent);
			}
		}
		return text.toString();
	}

	/** Text in which nothing is a template. */
	static String literal(String text) {
		return Escapes.escape(text, Escapes::unicode).replace("${", "$${").replace("%{", "%%{");
	}

	/** <code>KmsKey</code> is <code>kms_key</code>. */
	static String name(String member) {
		return WORD_START.matcher(member).replaceAll("_").toLowerCase(Locale.ROOT);
	}

	private static void attribute(StringBuilder text, String name, JsonNode value, String indent) {
		text.append(indent).append(name).append(" = ").append(literal(value, indent)).append('\n');
	}

	private static String literal(JsonNode value, String indent) {
		return switch (value) {
			case ObjectNode object ->
				object.isEmpty() ? "{}" : "{\n" + attributes(object, indent + INDENT) + indent + "}";
			case ArrayNode list -> isOnOneLine(list) ? inLine(list) : lines(list, indent);
			case JsonNode text when text.isString() -> literal(text.stringValue());
			default -> value.toString();
		};
	}

	private static String inLine(ArrayNode list) {
		return list.valueStream().map((item) -> literal(item, "")).collect(Collectors.joining(", ", "[", "]"));
	}

	private static String lines(ArrayNode list, String indent) {
		StringBuilder text = new StringBuilder("[\n");
		for (JsonNode item : list) {
			text.append(indent).append(INDENT).append(literal(item, indent + INDENT)).append(",\n");
		}
		return text.append(indent).append(']').toString();
	}

	private static boolean isOnOneLine(JsonNode value) {
		return switch (value) {
			case ObjectNode object -> object.isEmpty();
			case ArrayNode list -> list.valueStream().noneMatch(JsonNode::isContainer);
			default -> true;
		};
	}

}
