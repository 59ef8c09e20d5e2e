package dev.understudy.definition;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NumericNode;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.definition.Shape.Items;
import dev.understudy.definition.Shape.Member;
import dev.understudy.definition.Shape.Struct;

/**
 * Takes a document in: a copy of it that can be stored, with members in the order people
 * read them (PostgreSQL's jsonb keeps none), without null members, and with numbers that
 * are equal written alike.
 */
final class Intake {

	private static final BigDecimal INT_MAX = BigDecimal.valueOf(Integer.MAX_VALUE);

	private static final BigDecimal LONG_MAX = BigDecimal.valueOf(Long.MAX_VALUE);

	private final List<Finding> unstorable = new ArrayList<>();

	private Intake() {
	}

	static ObjectNode accept(ObjectNode document) {
		Intake intake = new Intake();
		ObjectNode accepted = intake.object(document, DefinitionShape.ROOT, "", 1);
		if (!intake.unstorable.isEmpty()) {
			throw new UnstorableText(intake.unstorable);
		}
		limit(Json.compact(accepted));
		return accepted;
	}

	/**
	 * Refuses text that is too large to be read or kept.
	 */
	static void limit(String json) {
		if (json.length() > DocumentTooLarge.LIMIT
				|| json.getBytes(StandardCharsets.UTF_8).length > DocumentTooLarge.LIMIT) {
			throw new DocumentTooLarge();
		}
	}

	private JsonNode value(JsonNode value, @Nullable Shape shape, String pointer, int depth) {
		if (depth > Json.DEEPEST) {
			throw new MalformedDocument("A definition may be nested at most " + Json.DEEPEST + " levels deep", 0, 0);
		}
		return switch (value) {
			case ObjectNode object -> object(object, shape, pointer, depth);
			case ArrayNode array -> array(array, shape, pointer, depth);
			case JsonNode text when text.isString() -> text(text, pointer);
			case NumericNode number -> number(number, pointer);
			case JsonNode other when other.isBoolean() || other.isNull() -> other;
			default -> throw new MalformedDocument("Not a JSON value at " + pointer, 0, 0);
		};
	}

	private ObjectNode object(ObjectNode object, @Nullable Shape shape, String pointer, int depth) {
		ObjectNode copy = Json.NODES.objectNode();
		TreeSet<String> left = new TreeSet<>(object.propertyNames());
		if (shape instanceof Struct struct) {
			struct.members().forEach((name, member) -> {
				if (left.remove(name)) {
					member(copy, object, name, member, pointer, depth);
				}
			});
		}
		left.forEach((name) -> member(copy, object, name, null, pointer, depth));
		return copy;
	}

	private void member(ObjectNode copy, ObjectNode object, String name, @Nullable Member member, String parent,
			int depth) {
		JsonNode value = object.path(name);
		if (value.isNull()) {
			return;
		}
		if (!isStorable(name)) {
			this.unstorable.add(Wording.error("text.unstorable", parent).build());
			return;
		}
		Shape shape = (member != null) ? member.shape() : null;
		copy.set(name, value(value, shape, Pointers.member(parent, name), depth + 1));
	}

	private ArrayNode array(ArrayNode array, @Nullable Shape shape, String pointer, int depth) {
		ArrayNode copy = Json.NODES.arrayNode(array.size());
		Shape item = (shape instanceof Items items) ? items.item() : null;
		for (int i = 0; i < array.size(); i++) {
			copy.add(value(array.path(i), item, Pointers.item(pointer, i), depth + 1));
		}
		return copy;
	}

	private JsonNode text(JsonNode text, String pointer) {
		if (!isStorable(text.stringValue())) {
			this.unstorable.add(Wording.error("text.unstorable", pointer).build());
		}
		return text;
	}

	private JsonNode number(NumericNode number, String pointer) {
		if (!number.isNaN()) {
			BigDecimal exact = number.decimalValue();
			double rounded = exact.doubleValue();
			if (Double.isFinite(rounded) && (rounded != 0 || exact.signum() == 0)) {
				return number(exact.stripTrailingZeros());
			}
		}
		this.unstorable.add(Wording.error("number.unstorable", pointer).build());
		return number;
	}

	private static JsonNode number(BigDecimal exact) {
		if (exact.scale() > 0 || exact.abs().compareTo(LONG_MAX) > 0) {
			return Json.NODES.numberNode(exact);
		}
		return (exact.abs().compareTo(INT_MAX) > 0) ? Json.NODES.numberNode(exact.longValueExact())
				: Json.NODES.numberNode(exact.intValueExact());
	}

	/** A plain loop: this looks at every character of every draft. */
	private static boolean isStorable(String text) {
		for (int i = 0; i < text.length(); i++) {
			char unit = text.charAt(i);
			if (unit == 0) {
				return false;
			}
			if (Character.isSurrogate(unit)) {
				if (i + 1 == text.length() || !Character.isSurrogatePair(unit, text.charAt(i + 1))) {
					return false;
				}
				i++;
			}
		}
		return true;
	}

}
