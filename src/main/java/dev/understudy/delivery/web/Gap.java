package dev.understudy.delivery.web;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.understudy.delivery.Difference;
import dev.understudy.delivery.Operation;

/**
 * A value that is not in SageMaker what was asked for, nor what the person saw, as text.
 *
 * @param name the member, or the key of the tag
 * @param label message of its name, where it has one
 * @param asked what was asked for
 * @param seen what the person saw
 * @param now what stands there now
 */
record Gap(String name, @Nullable String label, @Nullable String asked, @Nullable String seen, @Nullable String now) {

	private static final String TAGS = "/Tags/";

	static List<Gap> of(Operation operation) {
		return (operation.error() == null) ? List.of()
				: operation.error().differences().stream().flatMap(Gap::of).toList();
	}

	private static Stream<Gap> of(Difference it) {
		if (it.pointer().startsWith(TAGS)) {
			String key = it.pointer().substring(TAGS.length()).replace("~1", "/").replace("~0", "~");
			return Stream.of(new Gap(key, null, Asked.text(it.asked()), Asked.text(it.seen()), Asked.text(it.now())));
		}
		Map<String, String> asked = leaves(it.pointer(), it.asked());
		Map<String, String> seen = leaves(it.pointer(), it.seen());
		Map<String, String> now = leaves(it.pointer(), it.now());
		Set<String> pointers = new LinkedHashSet<>(asked.keySet());
		pointers.addAll(seen.keySet());
		pointers.addAll(now.keySet());
		return pointers.stream()
			.map((pointer) -> new Gap(pointer, Member.label(pointer), asked.get(pointer), seen.get(pointer),
					now.get(pointer)))
			.filter((gap) -> gap.differs());
	}

	private boolean differs() {
		return Stream.of(String.valueOf(this.asked), String.valueOf(this.seen), String.valueOf(this.now))
			.distinct()
			.count() > 1;
	}

	private static Map<String, String> leaves(String pointer, @Nullable JsonNode value) {
		Map<String, String> leaves = new LinkedHashMap<>();
		if (value != null) {
			collect(pointer, value, leaves);
		}
		return leaves;
	}

	/** Lists are compared by name; where something stands in one means nothing. */
	private static String name(JsonNode item) {
		return item.path("VariantName").asString(item.path("ShadowModelVariantName").asString(item.asString("")));
	}

	private static void collect(String pointer, JsonNode value, Map<String, String> leaves) {
		if (value.isObject()) {
			value.properties().forEach((it) -> collect(pointer + '/' + it.getKey(), it.getValue(), leaves));
		}
		else if (value.isArray()) {
			value.forEach((item) -> collect(pointer + '/' + name(item), item, leaves));
		}
		else {
			leaves.put(pointer, value.asString(""));
		}
	}

}
