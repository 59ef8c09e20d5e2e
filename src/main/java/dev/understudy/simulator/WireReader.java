package dev.understudy.simulator;

import java.math.BigDecimal;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NumericNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a request as leniently as AWS does: members nobody knows and nulls are dropped, a
 * value of the wrong type is a {@code SerializationException}.
 */
final class WireReader {

	/** 9999-12-31T23:59:59Z. */
	private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(253_402_300_799L);

	private final Shapes shapes;

	WireReader(Shapes shapes) {
		this.shapes = shapes;
	}

	ObjectNode read(byte[] body, Shape shape) {
		return structure(parse(body), shape);
	}

	private static JsonNode parse(byte[] body) {
		if (body.length == 0) {
			return Json.object();
		}
		try {
			return Json.MAPPER.readTree(body);
		}
		catch (JacksonException ex) {
			throw AwsException.serialization("The request is not well-formed JSON: " + ex.getOriginalMessage());
		}
	}

	private JsonNode value(JsonNode node, Shape shape) {
		return switch (shape.type()) {
			case STRUCTURE -> structure(node, shape);
			case LIST -> list(node, shape);
			case MAP -> map(node, shape);
			case STRING -> expect(node.isString(), node, "a String");
			case TIMESTAMP -> expect(isTime(node), node, "milliseconds since epoch");
			case INTEGER -> expect(node.isNumber() && node.canConvertToInt() && node.canConvertToExactIntegral(), node,
					"an Integer");
		};
	}

	private ObjectNode structure(JsonNode node, Shape shape) {
		expect(node.isObject(), node, "a Structure");
		ObjectNode structure = Json.object();
		shape.members().forEach((member, name) -> {
			JsonNode value = node.get(member);
			if (value != null && !value.isNull()) {
				structure.set(member, value(value, this.shapes.get(name)));
			}
		});
		return structure;
	}

	private ArrayNode list(JsonNode node, Shape shape) {
		expect(node.isArray(), node, "a List");
		ArrayNode list = Json.array();
		Shape items = this.shapes.get(shape.items());
		node.forEach((item) -> list.add(value(item, items)));
		return list;
	}

	private ObjectNode map(JsonNode node, Shape shape) {
		expect(node.isObject(), node, "a Map");
		ObjectNode map = Json.object();
		Shape values = this.shapes.get(shape.values());
		for (Map.Entry<String, JsonNode> entry : node.properties()) {
			map.set(entry.getKey(), value(entry.getValue(), values));
		}
		return map;
	}

	private static JsonNode expect(boolean fits, JsonNode node, String wanted) {
		if (!fits) {
			throw AwsException.serialization("%s can not be converted to %s".formatted(token(node), wanted));
		}
		return node;
	}

	/** What lies beyond the year 9999, or before 1970, could not be kept as a moment. */
	private static boolean isTime(JsonNode node) {
		return node instanceof NumericNode number && !number.isNaN() && number.decimalValue().signum() >= 0
				&& number.decimalValue().compareTo(LAST_SECOND) <= 0;
	}

	private static String token(JsonNode node) {
		return switch (node.getNodeType()) {
			case OBJECT -> "START_OBJECT";
			case ARRAY -> "START_ARRAY";
			case STRING -> "STRING_VALUE";
			case NUMBER -> "NUMBER_VALUE";
			case BOOLEAN -> node.asBoolean() ? "TRUE_VALUE" : "FALSE_VALUE";
			default -> "NULL_VALUE";
		};
	}

}
