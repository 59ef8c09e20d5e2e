package dev.understudy.delivery;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

/**
 * Tells whether what SageMaker describes is what was asked for: every member asked for
 * reads back, times to the second, lists in any order. What was left out may be anything,
 * because SageMaker fills it in.
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
			List<JsonNode> left = sorted(asked);
			List<JsonNode> right = sorted(seen);
			return left.size() == right.size()
					&& IntStream.range(0, left.size()).allMatch((i) -> same(left.get(i), right.get(i)));
		}
		if (asked.isString() && seen.isString()) {
			return asked.equals(seen) || sameTime(asked.stringValue(), seen.stringValue());
		}
		return asked.asString("").equals(seen.asString(""));
	}

	private static List<JsonNode> sorted(JsonNode list) {
		return StreamSupport.stream(list.spliterator(), false).sorted(Comparator.comparing(SameMembers::name)).toList();
	}

	private static String name(JsonNode item) {
		return item.path("VariantName").asString(item.asString(""));
	}

	private static boolean sameTime(String asked, String seen) {
		try {
			return Instant.parse(asked)
				.truncatedTo(ChronoUnit.SECONDS)
				.equals(Instant.parse(seen).truncatedTo(ChronoUnit.SECONDS));
		}
		catch (DateTimeException notTimes) {
			return false;
		}
	}

}
