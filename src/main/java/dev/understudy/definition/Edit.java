package dev.understudy.definition;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts a value into a JSON tree, or takes one out.
 */
final class Edit {

	private Edit() {
	}

	/**
	 * Changes the document at the pointer and returns it.
	 */
	static ObjectNode apply(ObjectNode document, JsonPointer pointer, @Nullable JsonNode value) {
		if (pointer.matches()) {
			throw new IllegalArgumentException("The pointer must name a member");
		}
		descend(document, pointer, value);
		return document;
	}

	private static void descend(JsonNode parent, JsonPointer pointer, @Nullable JsonNode value) {
		JsonPointer rest = pointer.tail();
		if (rest.matches()) {
			put(parent, pointer, value);
			return;
		}
		JsonNode child = child(parent, pointer);
		if (!fits(child, rest)) {
			if (value == null) {
				return;
			}
			child = isIndex(rest) ? Json.NODES.arrayNode() : Json.NODES.objectNode();
			put(parent, pointer, child);
		}
		descend(child, rest, value);
	}

	private static JsonNode child(JsonNode parent, JsonPointer pointer) {
		return parent.isArray() ? parent.path(pointer.getMatchingIndex()) : parent.path(pointer.getMatchingProperty());
	}

	private static boolean fits(JsonNode node, JsonPointer next) {
		return node.isObject() || (node.isArray() && isIndex(next));
	}

	private static boolean isIndex(JsonPointer pointer) {
		return pointer.getMatchingIndex() >= 0;
	}

	private static void put(JsonNode parent, JsonPointer pointer, @Nullable JsonNode value) {
		if (parent instanceof ArrayNode array) {
			put(array, pointer.getMatchingIndex(), value);
		}
		else if (parent instanceof ObjectNode object) {
			if (value == null) {
				object.remove(pointer.getMatchingProperty());
			}
			else {
				object.set(pointer.getMatchingProperty(), value);
			}
		}
	}

	private static void put(ArrayNode array, int index, @Nullable JsonNode value) {
		if (value == null) {
			array.remove(index);
		}
		else if (index == array.size()) {
			array.add(value);
		}
		else if (index >= 0 && index < array.size()) {
			array.set(index, value);
		}
		else {
			throw new IllegalArgumentException(
					"Index %d is past the end of a list of %d".formatted(index, array.size()));
		}
	}

}
