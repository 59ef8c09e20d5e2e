package dev.understudy.experiment.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Typed tags brought onto the tags as they are now: what somebody typed differs from what
 * they saw where they changed something; everything else is as it is now.
 *
 * @param form the rows to go on from
 * @param clashes what others changed meanwhile, and what becomes of it here
 */
record TagMerge(TagForm form, List<Clash> clashes) {

	static TagMerge of(TagForm typed, Map<String, String> seen, Map<String, String> now) {
		Set<String> changed = new HashSet<>(typed.missing(seen));
		List<TagRow> rows = new ArrayList<>();
		List<Integer> touched = typed.changed(seen);
		touched.forEach((row) -> changed.add(typed.tag(row).key()));
		for (int row = 0; row < typed.tags().size(); row++) {
			String key = typed.tag(row).key();
			if (touched.contains(row) || typed.tags().get(row).isBlank()) {
				rows.add(typed.tags().get(row));
			}
			else if (now.containsKey(key)) {
				rows.add(new TagRow(null, key, now.get(key)));
			}
		}
		now.forEach((key, value) -> {
			if (!seen.containsKey(key) && !changed.contains(key)) {
				rows.add(new TagRow(null, key, value));
			}
		});
		TagForm form = new TagForm(rows.isEmpty() ? List.of(TagRow.BLANK) : rows);
		return new TagMerge(form, clashes(form, seen, now));
	}

	private static List<Clash> clashes(TagForm form, Map<String, String> seen, Map<String, String> now) {
		Set<String> keys = new TreeSet<>(seen.keySet());
		keys.addAll(now.keySet());
		Map<String, String> left = form.values();
		return keys.stream()
			.filter((key) -> !Objects.equals(seen.get(key), now.get(key)))
			.map((key) -> new Clash(key, seen.get(key), now.get(key), left.get(key)))
			.toList();
	}

	/**
	 * A tag that others changed.
	 *
	 * @param key its key
	 * @param seen its value when the form was opened; null for no such tag
	 * @param now its value now; null for no such tag
	 * @param here its value in the form; null for no such tag
	 */
	record Clash(String key, @Nullable String seen, @Nullable String now, @Nullable String here) {

	}

}
