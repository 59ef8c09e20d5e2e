package dev.understudy.experiment.web;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON object while a form is written into it. Unlike a draft it may hold what cannot
 * be stored, and objects and lists that become empty go with their last member.
 *
 * @param root the object, which is changed
 */
record Document(ObjectNode root) {

	/** Whole rows are removed by leaving them out of the form. */
	private static final Pattern ROW = Pattern
		.compile("(?:" + FormReading.VARIANTS + "|" + FormReading.TAGS + ")(?:/[0-9]{1,9})?");

	JsonNode at(String pointer) {
		return this.root.at(JsonPointer.compile(pointer));
	}

	/** Puts a value where a pointer leads, making what is missing; null takes it out. */
	void put(String pointer, @Nullable JsonNode value) {
		if (value != null) {
			set(this.root, JsonPointer.compile(pointer), value);
		}
		else if (!at(pointer).isMissingNode()) {
			remove(this.root, JsonPointer.compile(pointer));
		}
	}

	/** Whether a member is missing and nothing of a wrong type would have to make way. */
	boolean isFree(String pointer) {
		JsonPointer place = JsonPointer.compile(pointer);
		if (!this.root.at(place).isMissingNode()) {
			return false;
		}
		JsonPointer step = place;
		while (this.root.at(place).isMissingNode()) {
			step = place.last();
			place = place.head();
		}
		return fits(this.root.at(place), step);
	}

	/** Takes out what a request points to, if it points to something. */
	void drop(String pointer) {
		if (pointer.startsWith("/") && !ROW.matcher(pointer).matches()) {
			put(pointer, null);
		}
	}

	private static void set(JsonNode parent, JsonPointer pointer, JsonNode value) {
		JsonPointer rest = pointer.tail();
		if (rest.matches()) {
			place(parent, pointer, value);
			return;
		}
		JsonNode child = step(parent, pointer);
		boolean list = rest.getMatchingIndex() >= 0;
		if (!fits(child, rest)) {
			child = list ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.objectNode();
			place(parent, pointer, child);
		}
		set(child, rest, value);
	}

	/** Whether the parent has become empty. */
	private static boolean remove(JsonNode parent, JsonPointer pointer) {
		if (pointer.tail().matches() || remove(step(parent, pointer), pointer.tail())) {
			if (parent instanceof ArrayNode array) {
				array.remove(pointer.getMatchingIndex());
			}
			else if (parent instanceof ObjectNode object) {
				object.remove(pointer.getMatchingProperty());
			}
		}
		return parent.isEmpty();
	}

	private static boolean fits(JsonNode parent, JsonPointer step) {
		return (step.getMatchingIndex() >= 0) ? parent.isArray() : parent.isObject();
	}

	private static JsonNode step(JsonNode parent, JsonPointer pointer) {
		return parent.isArray() ? parent.path(pointer.getMatchingIndex()) : parent.path(pointer.getMatchingProperty());
	}

	private static void place(JsonNode parent, JsonPointer pointer, JsonNode value) {
		if (parent instanceof ObjectNode object) {
			object.set(pointer.getMatchingProperty(), value);
		}
		else if (parent instanceof ArrayNode array) {
			int index = pointer.getMatchingIndex();
			if (index < array.size()) {
				array.set(index, value);
			}
			else {
				array.add(value);
			}
		}
	}

}
