package dev.understudy.experiment.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.understudy.definition.Change;
import dev.understudy.definition.DefinitionDiff;
import dev.understudy.definition.Draft;

/**
 * A value that differs, as people read it.
 *
 * @param pointer where
 * @param label message of its name, null where it has none
 * @param owner the variant it belongs to, null where it belongs to none
 * @param before what it was, null for nothing
 * @param after what it is, null for nothing
 */
record ChangedField(String pointer, @Nullable String label, @Nullable String owner, @Nullable String before,
		@Nullable String after) {

	private static final Pattern VARIANT = Pattern.compile("(/ModelVariants/[0-9]{1,4})(/.+)");

	static List<ChangedField> between(Draft before, Draft after) {
		return of(DefinitionDiff.between(before, after), after);
	}

	static List<ChangedField> of(List<Change> changes, Draft definition) {
		return changes.stream().map((change) -> of(change, definition)).toList();
	}

	private static ChangedField of(Change change, Draft definition) {
		Matcher variant = VARIANT.matcher(change.pointer());
		String owner = variant.matches() ? definition.text(variant.group(1) + "/VariantName").orElse(null) : null;
		return new ChangedField(change.pointer(), variant.matches() ? label(variant.group(2)) : label(change.pointer()),
				owner, text(change.before()), text(change.after()));
	}

	private static @Nullable String label(String pointer) {
		for (VariantField field : VariantField.values()) {
			if (field.pointer().equals(pointer)) {
				return "draft.variant." + switch (field) {
					case NAME -> "name";
					case MODEL -> "model";
					case INFRASTRUCTURE -> "infrastructure";
					case INSTANCE_TYPE -> "instance-type";
					case INSTANCE_COUNT -> "instance-count";
				};
			}
		}
		return FormField.at(pointer).map(FormField::label).orElse(null);
	}

	private static @Nullable String text(@Nullable JsonNode value) {
		return (value != null) ? Kind.text(value) : null;
	}

}
