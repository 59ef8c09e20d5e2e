package dev.understudy.exchange;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Says what a plain YAML scalar means, by the core schema of YAML 1.2: neither
 * <code>yes</code> nor a date is anything but text.
 */
final class YamlScalars {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	/** Numbers that are longer than this are for no definition, and stay text. */
	private static final int LONGEST = 1000;

	private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");

	private static final Pattern TRUE = Pattern.compile("true|True|TRUE");

	private static final Pattern FALSE = Pattern.compile("false|False|FALSE");

	private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,5})?");

	private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");

	private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");

	private YamlScalars() {
	}

	static JsonNode read(String value, boolean plain) {
		if (!plain || value.length() > LONGEST) {
			return NODES.stringNode(value);
		}
		if (NULL.matcher(value).matches()) {
			return NODES.nullNode();
		}
		if (TRUE.matcher(value).matches()) {
			return NODES.booleanNode(true);
		}
		if (FALSE.matcher(value).matches()) {
			return NODES.booleanNode(false);
		}
		if (DECIMAL.matcher(value).matches()) {
			return NODES.numberNode(new BigDecimal(value));
		}
		if (OCTAL.matcher(value).matches()) {
			return NODES.numberNode(new BigDecimal(new BigInteger(value.substring(2), 8)));
		}
		if (HEXADECIMAL.matcher(value).matches()) {
			return NODES.numberNode(new BigDecimal(new BigInteger(value.substring(2), 16)));
		}
		return NODES.stringNode(value);
	}

}
