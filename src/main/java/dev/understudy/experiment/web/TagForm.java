package dev.understudy.experiment.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.understudy.definition.Definition.Tag;
import dev.understudy.definition.Draft;

/**
 * Tags as a browser sends them.
 *
 * @param tags a row for each
 */
record TagForm(List<TagRow> tags) {

	TagForm {
		tags = (tags != null) ? tags.stream().filter(Objects::nonNull).toList() : List.of();
	}

	static TagForm of(Map<String, String> tags) {
		List<TagRow> rows = tags.entrySet().stream().map((it) -> new TagRow(null, it.getKey(), it.getValue())).toList();
		return new TagForm(rows.isEmpty() ? List.of(TagRow.BLANK) : rows);
	}

	/** The tags of a definition by key. */
	static Map<String, String> tags(Draft definition) {
		Map<String, String> tags = new LinkedHashMap<>();
		definition.at(FormReading.TAGS)
			.valueStream()
			.forEach((tag) -> tags.put(tag.path("Key").asString(""), tag.path("Value").asString("")));
		return tags;
	}

	/** Those tags with what was asked for before. */
	static Map<String, String> with(Map<String, String> tags, JsonNode asked) {
		Map<String, String> changed = new LinkedHashMap<>(tags);
		asked.path("remove").forEach((key) -> changed.remove(key.asString("")));
		asked.path("add").forEach((tag) -> changed.put(tag.path("Key").asString(""), tag.path("Value").asString("")));
		return changed;
	}

	TagForm added() {
		return new TagForm(Stream.concat(this.tags.stream(), Stream.of(TagRow.BLANK)).toList());
	}

	TagForm removed(int row) {
		List<TagRow> left = new ArrayList<>(this.tags);
		if (row >= 0 && row < left.size()) {
			left.remove(row);
		}
		return new TagForm(left.isEmpty() ? List.of(TagRow.BLANK) : left);
	}

	/** The rows that ask for something other than was seen. */
	List<Integer> changed(Map<String, String> seen) {
		return Stream.iterate(0, (i) -> i < this.tags.size(), (i) -> i + 1)
			.filter((i) -> !this.tags.get(i).isBlank() && !value(i).equals(seen.get(key(i))))
			.toList();
	}

	/** The keys that were seen and have no row any more. */
	List<String> missing(Map<String, String> seen) {
		Set<String> left = new HashSet<>();
		for (int i = 0; i < this.tags.size(); i++) {
			left.add(key(i));
		}
		return seen.keySet().stream().filter((key) -> !left.contains(key)).toList();
	}

	/** The row of a key that another row has too. */
	@Nullable Integer twice() {
		Set<String> keys = new HashSet<>();
		for (int i = 0; i < this.tags.size(); i++) {
			if (!this.tags.get(i).isBlank() && !keys.add(key(i))) {
				return i;
			}
		}
		return null;
	}

	/** The values by key; the last one where a key has several. */
	Map<String, String> values() {
		Map<String, String> values = new LinkedHashMap<>();
		for (int i = 0; i < this.tags.size(); i++) {
			values.put(key(i), value(i));
		}
		return values;
	}

	Tag tag(int row) {
		return new Tag(key(row), value(row));
	}

	private String key(int row) {
		return Texts.orEmpty(this.tags.get(row).key()).strip();
	}

	private String value(int row) {
		return Texts.orEmpty(this.tags.get(row).value()).strip();
	}

}
