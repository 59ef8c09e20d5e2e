package dev.understudy.audit.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.understudy.shell.StrictJson;

/**
 * One value that differs between how something was and how it is.
 *
 * @param pointer JSON Pointer to the value
 * @param before how it was, absent if there was none
 * @param after how it is, absent if there is none
 */
public record Difference(String pointer, @Nullable String before, @Nullable String after) {

	static List<Difference> between(@Nullable String before, @Nullable String after) {
		Map<String, String> old = values(before);
		Map<String, String> now = values(after);
		Set<String> pointers = new LinkedHashSet<>(old.keySet());
		pointers.addAll(now.keySet());
		List<Difference> differences = new ArrayList<>();
		for (String pointer : pointers) {
			Difference difference = new Difference(pointer, old.get(pointer), now.get(pointer));
			if (!Objects.equals(difference.before(), difference.after())) {
				differences.add(difference);
			}
		}
		return differences;
	}

	private static Map<String, String> values(@Nullable String json) {
		Map<String, String> values = new LinkedHashMap<>();
		if (json != null) {
			collect("", StrictJson.mapper().readTree(json), values);
		}
		return values;
	}

	private static void collect(String pointer, JsonNode node, Map<String, String> values) {
		if (node.isObject() && !node.isEmpty()) {
			node.properties()
				.forEach((member) -> collect(pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1"),
						member.getValue(), values));
		}
		else if (node.isArray() && !node.isEmpty()) {
			for (int i = 0; i < node.size(); i++) {
				collect(pointer + "/" + i, node.get(i), values);
			}
		}
		else {
			values.put(pointer, node.isString() ? node.stringValue() : node.toString());
		}
	}

}
