package dev.understudy.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The table of shapes, read from {@code /simulator/shapes.json}: the operations with the
 * shape of their input, and every shape that can be reached from there.
 */
final class Shapes {

	private final Map<String, String> inputs = new LinkedHashMap<>();

	private final Map<String, Shape> shapes = new LinkedHashMap<>();

	Shapes() {
		ObjectNode table = Json.resource("/simulator/shapes.json");
		table.path("operations").forEachEntry((operation, input) -> this.inputs.put(operation, input.asString()));
		table.path("shapes").forEachEntry((name, shape) -> this.shapes.put(name, read(shape)));
	}

	Set<String> operations() {
		return this.inputs.keySet();
	}

	Set<String> names() {
		return this.shapes.keySet();
	}

	/** The shape of an operation's input, or null for an operation nobody knows. */
	@Nullable Shape input(String operation) {
		String name = this.inputs.get(operation);
		return (name != null) ? get(name) : null;
	}

	Shape get(@Nullable String name) {
		Shape shape = (name != null) ? this.shapes.get(name) : null;
		if (shape == null) {
			throw new IllegalStateException("The table has no shape named %s".formatted(name));
		}
		return shape;
	}

	private static Shape read(JsonNode node) {
		Map<String, String> members = new LinkedHashMap<>();
		node.path("members").forEachEntry((member, shape) -> members.put(member, shape.asString()));
		String pattern = Json.text(node, "pattern");
		return new Shape(Shape.Type.of(Json.require(node, "type")), integer(node, "min"), integer(node, "max"),
				(pattern != null) ? Pattern.compile(pattern) : null, texts(node, "enum"), texts(node, "required"),
				members, Json.text(node, "items"), Json.text(node, "keys"), Json.text(node, "values"));
	}

	private static @Nullable Integer integer(JsonNode node, String member) {
		JsonNode value = node.get(member);
		return (value != null) ? value.asInt() : null;
	}

	private static List<String> texts(JsonNode node, String member) {
		List<String> texts = new ArrayList<>();
		node.path(member).forEach((text) -> texts.add(text.asString()));
		return List.copyOf(texts);
	}

}
