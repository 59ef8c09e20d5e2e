package dev.understudy.experiment;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.understudy.definition.Draft;

/**
 * What a new experiment takes over from the definition of another: all of it, without
 * tags that only AWS or we may set, and without times that are past.
 *
 * @param draft the definition, still under its old name
 * @param isLate whether times were left out
 */
record Offspring(Draft draft, boolean isLate) {

	/** AWS API: CreateInferenceExperiment, Name. */
	private static final int LONGEST_NAME = 120;

	private static final Pattern NUMBERED = Pattern.compile("(.*)-([1-9][0-9]{0,3})");

	private static final List<String> RESERVED = List.of("aws:", "understudy:");

	static Offspring of(Draft origin, Instant now) {
		Draft draft = withoutReservedTags(origin);
		boolean late = false;
		for (String time : List.of("/Schedule/StartTime", "/Schedule/EndTime")) {
			if (draft.time(time).filter((moment) -> !moment.isAfter(now)).isPresent()) {
				draft = draft.with(time, null);
				late = true;
			}
		}
		boolean empty = late && draft.at("/Schedule").isEmpty();
		return new Offspring(empty ? draft.with("/Schedule", null) : draft, late);
	}

	/**
	 * The same under a name of its own: <code>fraud</code> becomes <code>fraud-2</code>,
	 * and that <code>fraud-3</code>.
	 */
	Draft named(Predicate<String> taken) {
		String name = this.draft.name().orElse("");
		if (name.isBlank()) {
			return this.draft;
		}
		Matcher numbered = NUMBERED.matcher(name);
		String stem = numbered.matches() ? numbered.group(1) : name;
		int number = numbered.matches() ? Integer.parseInt(numbered.group(2)) + 1 : 2;
		String free = numbered(stem, number);
		while (taken.test(free)) {
			free = numbered(stem, ++number);
		}
		return this.draft.with("/Name", JsonNodeFactory.instance.stringNode(free));
	}

	private static String numbered(String stem, int number) {
		String ending = "-" + number;
		String cut = stem.substring(0, Math.min(stem.length(), LONGEST_NAME - ending.length()));
		return cut.replaceAll("-+$", "") + ending;
	}

	private static Draft withoutReservedTags(Draft origin) {
		if (!(origin.at("/Tags") instanceof ArrayNode tags)) {
			return origin;
		}
		ArrayNode left = JsonNodeFactory.instance.arrayNode();
		tags.forEach((tag) -> {
			if (!isReserved(tag)) {
				left.add(tag);
			}
		});
		return (left.size() == tags.size()) ? origin : origin.with("/Tags", left.isEmpty() ? null : left);
	}

	private static boolean isReserved(JsonNode tag) {
		String key = tag.path("Key").asString("").toLowerCase(Locale.ROOT);
		return RESERVED.stream().anyMatch(key::startsWith);
	}

}
