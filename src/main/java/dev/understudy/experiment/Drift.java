package dev.understudy.experiment;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import dev.understudy.definition.Change;
import dev.understudy.definition.UpdatableMembers;

/**
 * Tells two descriptions of one experiment apart where somebody may have changed it (AWS
 * API: UpdateInferenceExperiment): times to the second, items of lists by their name, and
 * nothing equals empty. Pointers count items as the first description has them; what only
 * the second has comes after those.
 */
final class Drift {

	private static final List<String> NAMES = List.of("VariantName", "ShadowModelVariantName");

	private static final JsonNode NOTHING = MissingNode.getInstance();

	private final List<Change> changes = new ArrayList<>();

	private Drift() {
	}

	static List<Change> between(JsonNode before, JsonNode after) {
		Drift drift = new Drift();
		UpdatableMembers.NAMES
			.forEach((member) -> drift.compare('/' + member, before.path(member), after.path(member)));
		return List.copyOf(drift.changes);
	}

	/** The member of the definition that a pointer leads into. */
	static String member(String pointer) {
		return pointer.split("/", 3)[1];
	}

	private void compare(String pointer, JsonNode before, JsonNode after) {
		if (before.equals(after) || (isNothing(before) && isNothing(after)) || isSameMoment(pointer, before, after)) {
			return;
		}
		if (comparable(before, after, JsonNode::isObject)) {
			Set<String> names = new LinkedHashSet<>(before.propertyNames());
			names.addAll(after.propertyNames());
			names.forEach((name) -> compare(pointer + '/' + name, before.path(name), after.path(name)));
		}
		else if (comparable(before, after, JsonNode::isArray)) {
			compareItems(pointer, before, after);
		}
		else {
			this.changes.add(new Change(pointer, orNull(before), orNull(after)));
		}
	}

	private void compareItems(String pointer, JsonNode before, JsonNode after) {
		Map<String, JsonNode> left = new LinkedHashMap<>();
		after.forEach((item) -> left.put(name(item), item));
		int index = 0;
		for (JsonNode item : before) {
			JsonNode other = left.remove(name(item));
			compare(pointer + '/' + index++, item, (other != null) ? other : NOTHING);
		}
		for (JsonNode added : left.values()) {
			compare(pointer + '/' + index++, NOTHING, added);
		}
	}

	private static String name(JsonNode item) {
		return NAMES.stream()
			.map((member) -> item.path(member))
			.filter(JsonNode::isString)
			.findFirst()
			.orElse(item)
			.asString("");
	}

	/** Whether to look inside: both are of a kind, or one is and the other is nothing. */
	private static boolean comparable(JsonNode before, JsonNode after, Predicate<JsonNode> kind) {
		return (kind.test(before) && (kind.test(after) || isNothing(after))) || (kind.test(after) && isNothing(before));
	}

	private static boolean isNothing(JsonNode value) {
		return value.isMissingNode() || value.isNull() || (value.isContainer() && value.isEmpty())
				|| (value.isString() && value.stringValue().isEmpty());
	}

	private static boolean isSameMoment(String pointer, JsonNode before, JsonNode after) {
		if (!pointer.startsWith("/Schedule/") || !before.isString() || !after.isString()) {
			return false;
		}
		try {
			return second(before).equals(second(after));
		}
		catch (DateTimeException notTimes) {
			return false;
		}
	}

	private static Instant second(JsonNode time) {
		return Instant.parse(time.stringValue()).truncatedTo(ChronoUnit.SECONDS);
	}

	private static @Nullable JsonNode orNull(JsonNode value) {
		return isNothing(value) ? null : value;
	}

}
