package dev.understudy.experiment.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Finding;
import dev.understudy.experiment.Bond;

/**
 * A field of the draft form whose value somebody else has set.
 *
 * @param by what has set it
 * @param fulfilled whether the draft has that value, so that there is nothing to type
 */
record FieldLock(String by, boolean fulfilled) {

	/**
	 * The fields that are set, by their ids.
	 */
	static Map<String, FieldLock> of(@Nullable Bond bond, Map<String, List<Finding>> found, DraftForm form,
			MergedDraft merged) {
		Map<String, FieldLock> locks = new LinkedHashMap<>();
		if (bond != null) {
			places(form, merged).forEach((path, pointer) -> {
				if (bond.holds(pointer, merged.draft())) {
					boolean differs = found.getOrDefault(path, List.of())
						.stream()
						.anyMatch((finding) -> bond.ids().contains(finding.rule()));
					locks.put(PlacedFinding.id(path), new FieldLock(bond.name(), !differs));
				}
			});
		}
		return locks;
	}

	private static Map<String, String> places(DraftForm form, MergedDraft merged) {
		Map<String, String> places = new LinkedHashMap<>();
		for (FormField field : FormField.values()) {
			String path = merged.path(field.pointer(), form);
			if (path != null) {
				places.put(path, field.pointer());
			}
		}
		for (int row = 0; row < merged.variants().size(); row++) {
			for (VariantField field : VariantField.values()) {
				places.put("variants[%d].%s".formatted(row, field.path()),
						"/ModelVariants/%d%s".formatted(merged.variants().get(row), field.pointer()));
			}
		}
		for (int row = 0; row < merged.tags().size(); row++) {
			String tag = "/Tags/%d".formatted(merged.tags().get(row));
			places.put("tags[%d].key".formatted(row), tag + "/Key");
			places.put("tags[%d].value".formatted(row), tag + "/Value");
		}
		return places;
	}

}
