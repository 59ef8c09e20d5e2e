package dev.understudy.delivery;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compares members of definitions as SageMaker tells them: times to the second, lists by
 * name, and what is absent is as good as empty.
 */
final class Members {

	private Members() {
	}

	/**
	 * Whether two values mean the same.
	 */
	static boolean isSame(JsonNode one, JsonNode other) {
		if (isNothing(one) || isNothing(other)) {
			return isNothing(one) && isNothing(other);
		}
		if (one.isObject() && other.isObject()) {
			Set<String> names = new LinkedHashSet<>(one.propertyNames());
			names.addAll(other.propertyNames());
			return names.stream().allMatch((name) -> isSame(one.path(name), other.path(name)));
		}
		if (one.isArray() && other.isArray()) {
			List<JsonNode> left = sorted(one);
			List<JsonNode> right = sorted(other);
			return left.size() == right.size()
					&& IntStream.range(0, left.size()).allMatch((i) -> isSame(left.get(i), right.get(i)));
		}
		return isSameValue(one, other);
	}

	/**
	 * Whether two texts or numbers mean the same.
	 */
	static boolean isSameValue(JsonNode one, JsonNode other) {
		return (one.isString() && other.isString())
				? one.equals(other) || isSameTime(one.stringValue(), other.stringValue())
				: one.asString("").equals(other.asString(""));
	}

	/**
	 * A list in an order that does not depend on how it was told.
	 */
	static List<JsonNode> sorted(JsonNode list) {
		return StreamSupport.stream(list.spliterator(), false).sorted(Comparator.comparing(Members::name)).toList();
	}

	static @Nullable JsonNode orNull(JsonNode value) {
		return isNothing(value) ? null : value;
	}

	private static boolean isNothing(JsonNode value) {
		return value.isMissingNode() || value.isNull() || (value.isContainer() && value.isEmpty())
				|| (value.isString() && value.stringValue().isEmpty());
	}

	private static String name(JsonNode item) {
		return item.path("VariantName").asString(item.path("ShadowModelVariantName").asString(item.asString("")));
	}

	private static boolean isSameTime(String one, String other) {
		try {
			return Instant.parse(one)
				.truncatedTo(ChronoUnit.SECONDS)
				.equals(Instant.parse(other).truncatedTo(ChronoUnit.SECONDS));
		}
		catch (DateTimeException notTimes) {
			return false;
		}
	}

}
