package dev.understudy.delivery;

import java.util.List;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;

/**
 * Tells whether what SageMaker describes is what was asked for: every member asked for
 * reads back. What was left out may be anything, because SageMaker fills it in.
 */
final class SameMembers {

	private SameMembers() {
	}

	static boolean holds(JsonNode asked, JsonNode seen) {
		return asked.propertyNames()
			.stream()
			.filter((name) -> !name.equals("Tags"))
			.allMatch((name) -> same(asked.path(name), seen.path(name)));
	}

	private static boolean same(JsonNode asked, JsonNode seen) {
		if (asked.isObject()) {
			return asked.propertyNames().stream().allMatch((name) -> same(asked.path(name), seen.path(name)));
		}
		if (asked.isArray()) {
			List<JsonNode> left = Members.sorted(asked);
			List<JsonNode> right = Members.sorted(seen);
			return left.size() == right.size()
					&& IntStream.range(0, left.size()).allMatch((i) -> same(left.get(i), right.get(i)));
		}
		return Members.isSameValue(asked, seen);
	}

}
