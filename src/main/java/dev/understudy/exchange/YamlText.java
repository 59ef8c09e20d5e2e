package dev.understudy.exchange;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes YAML that means the same to readers of version 1.1 and 1.2: text that any of
 * them could take for something else stands in quotes.
 */
final class YamlText {

	private static final String INDENT = "  ";

	private static final int LONGEST_KEY = 1000;

	private static final Pattern PLAIN = Pattern.compile("[a-zA-Z][a-zA-Z0-9./_-]*");

	private static final Set<String> MEANT_OTHERWISE = Set.of("true", "false", "yes", "no", "on", "off", "y", "n",
			"null", "nan", "inf");

	private final StringBuilder text = new StringBuilder();

	private YamlText() {
	}

	static String document(ObjectNode document) {
		YamlText yaml = new YamlText();
		if (document.isEmpty()) {
			return "{}\n";
		}
		yaml.members(document, "", "");
		return yaml.text.toString();
	}

	private void members(ObjectNode object, String first, String indent) {
		String before = first;
		for (var member : object.properties()) {
			this.text.append(before).append(key(member.getKey(), indent)).append(':');
			value(member.getValue(), indent);
			before = indent;
		}
	}

	/** A key that is longer than YAML lets readers look ahead says so. */
	private static String key(String name, String indent) {
		String key = scalar(name);
		return (key.length() < LONGEST_KEY) ? key : "? " + key + '\n' + indent;
	}

	private void value(JsonNode value, String indent) {
		switch (value) {
			case ObjectNode object when !object.isEmpty() -> {
				this.text.append('\n');
				members(object, indent + INDENT, indent + INDENT);
			}
			case ArrayNode list when !list.isEmpty() -> {
				this.text.append('\n');
				items(list, indent + INDENT);
			}
			default -> this.text.append(' ').append(leaf(value)).append('\n');
		}
	}

	private void items(ArrayNode list, String indent) {
		for (JsonNode item : list) {
			if (item instanceof ObjectNode object && !object.isEmpty()) {
				members(object, indent + "- ", indent + INDENT);
			}
			else {
				this.text.append(indent).append('-');
				value(item, indent);
			}
		}
	}

	private static String leaf(JsonNode value) {
		return switch (value) {
			case ObjectNode _ -> "{}";
			case ArrayNode _ -> "[]";
			case JsonNode text when text.isString() -> scalar(text.stringValue());
			case JsonNode number when number.isNumber() -> number(number.decimalValue().toString());
			default -> value.toString();
		};
	}

	/** To version 1.1 a number with an exponent has a point. */
	private static String number(String digits) {
		return digits.contains(".") ? digits : digits.replace("E", ".0E");
	}

	private static String scalar(String text) {
		boolean plain = PLAIN.matcher(text).matches() && !MEANT_OTHERWISE.contains(text.toLowerCase(Locale.ROOT));
		return plain ? text : Escapes.escape(text, Escapes::unicode);
	}

}
