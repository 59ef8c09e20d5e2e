package dev.understudy.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds every constraint of the shapes against a request, and refuses in AWS's words with
 * all that is wrong at once.
 */
final class ShapeValidator {

	private final Shapes shapes;

	ShapeValidator(Shapes shapes) {
		this.shapes = shapes;
	}

	void validate(ObjectNode input, Shape shape) {
		List<String> violations = new ArrayList<>();
		structure(input, shape, "", violations);
		if (!violations.isEmpty()) {
			throw AwsException.validation(summary(violations));
		}
	}

	private static String summary(List<String> violations) {
		return "%d validation error%s detected: %s".formatted(violations.size(), (violations.size() > 1) ? "s" : "",
				String.join("; ", violations));
	}

	private void structure(JsonNode node, Shape shape, String path, List<String> violations) {
		shape.members().forEach((member, name) -> {
			String memberPath = (path.isEmpty() ? "" : path + ".") + lowerCamel(member);
			JsonNode value = node.get(member);
			if (value != null) {
				value(value, this.shapes.get(name), memberPath, violations);
			}
			else if (shape.required().contains(member)) {
				violations.add("Value null at '%s' failed to satisfy constraint: Member must not be null"
					.formatted(memberPath));
			}
		});
	}

	private void value(JsonNode value, Shape shape, String path, List<String> violations) {
		for (String constraint : broken(value, shape)) {
			violations
				.add("Value '%s' at '%s' failed to satisfy constraint: %s".formatted(text(value), path, constraint));
		}
		switch (shape.type()) {
			case STRUCTURE -> structure(value, shape, path, violations);
			case LIST -> items(value, this.shapes.get(shape.items()), path, violations);
			default -> {
			}
		}
	}

	private void items(JsonNode list, Shape shape, String path, List<String> violations) {
		if (!shape.isScalar()) {
			for (int index = 0; index < list.size(); index++) {
				value(list.get(index), shape, "%s.%d.member".formatted(path, index + 1), violations);
			}
		}
	}

	private List<String> broken(JsonNode value, Shape shape) {
		return switch (shape.type()) {
			case STRING -> text(value.asString(), shape);
			case INTEGER -> range(value.asLong(), shape, "value");
			case LIST -> list(value, shape);
			case MAP -> map(value, shape);
			case STRUCTURE, TIMESTAMP -> List.of();
		};
	}

	/** Scalar items are judged together, the constraint named once for the list. */
	private List<String> list(JsonNode value, Shape shape) {
		List<String> broken = range(value.size(), shape, "length");
		Shape items = this.shapes.get(shape.items());
		if (items.isScalar() && StreamSupport.stream(value.spliterator(), false)
			.anyMatch((item) -> !broken(item, items).isEmpty())) {
			broken.add("Member must satisfy constraint: " + constraints(items));
		}
		return broken;
	}

	private List<String> map(JsonNode value, Shape shape) {
		List<String> broken = range(value.size(), shape, "length");
		Shape keys = this.shapes.get(shape.keys());
		if (value.propertyNames().stream().anyMatch((key) -> !text(key, keys).isEmpty())) {
			broken.add("Map keys must satisfy constraint: " + constraints(keys));
		}
		Shape values = this.shapes.get(shape.values());
		if (value.values().stream().anyMatch((entry) -> !broken(entry, values).isEmpty())) {
			broken.add("Map value must satisfy constraint: " + constraints(values));
		}
		return broken;
	}

	private static List<String> text(String text, Shape shape) {
		List<String> broken = range(text.codePointCount(0, text.length()), shape, "length");
		if (!shape.enumeration().isEmpty() && !shape.enumeration().contains(text)) {
			broken.add(enumeration(shape));
		}
		if (shape.isMismatch(text)) {
			broken.add(pattern(shape));
		}
		return broken;
	}

	private static List<String> range(long number, Shape shape, String what) {
		List<String> broken = new ArrayList<>();
		if (shape.isTooMuch(number)) {
			broken.add(atMost(shape, what));
		}
		if (shape.isTooLittle(number)) {
			broken.add(atLeast(shape, what));
		}
		return broken;
	}

	private static List<String> constraints(Shape shape) {
		List<String> constraints = new ArrayList<>();
		if (shape.max() != null) {
			constraints.add(atMost(shape, "length"));
		}
		if (shape.type() == Shape.Type.STRING && shape.enumeration().isEmpty()) {
			constraints.add(atLeast(shape, "length"));
		}
		if (!shape.enumeration().isEmpty()) {
			constraints.add(enumeration(shape));
		}
		if (shape.pattern() != null) {
			constraints.add(pattern(shape));
		}
		return constraints;
	}

	private static String atMost(Shape shape, String what) {
		return "Member must have %s less than or equal to %d".formatted(what, shape.max());
	}

	private static String atLeast(Shape shape, String what) {
		return "Member must have %s greater than or equal to %d".formatted(what, shape.least());
	}

	private static String enumeration(Shape shape) {
		return "Member must satisfy enum value set: " + shape.enumeration();
	}

	private static String pattern(Shape shape) {
		return "Member must satisfy regular expression pattern: " + shape.pattern();
	}

	private static String text(JsonNode value) {
		if (value.isArray()) {
			return StreamSupport.stream(value.spliterator(), false)
				.map(ShapeValidator::text)
				.collect(Collectors.joining(", ", "[", "]"));
		}
		if (value.isObject()) {
			return value.properties()
				.stream()
				.map((Map.Entry<String, JsonNode> entry) -> entry.getKey() + "=" + text(entry.getValue()))
				.collect(Collectors.joining(", ", "{", "}"));
		}
		return value.asString();
	}

	static String lowerCamel(@Nullable String member) {
		return (member == null || member.isEmpty()) ? ""
				: member.substring(0, 1).toLowerCase(Locale.ROOT) + member.substring(1);
	}

}
