package dev.understudy.experiment.web;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.understudy.definition.DefinitionDiff;
import dev.understudy.definition.Draft;
import dev.understudy.experiment.Revision;

/**
 * Two edits of one draft, field by field.
 *
 * @param current the revision somebody else saved
 * @param fields where the two differ
 */
record Conflict(Revision current, List<Field> fields) {

	static Conflict between(Revision current, Draft mine) {
		return new Conflict(current,
				DefinitionDiff.between(current.draft(), mine)
					.stream()
					.map((change) -> new Field(change.pointer(), label(change.pointer()), text(change.before()),
							text(change.after())))
					.toList());
	}

	private static @Nullable String label(String pointer) {
		return FormField.at(pointer).map(FormField::label).orElse(null);
	}

	private static @Nullable String text(@Nullable JsonNode value) {
		return (value != null) ? Kind.text(value) : null;
	}

	/**
	 * A field in which two edits differ.
	 *
	 * @param pointer which one
	 * @param label message key of its label in the form, null if it stands in a row or
	 * has no field
	 * @param theirs what was saved, null for nothing
	 * @param mine what was to be saved, null for nothing
	 */
	record Field(String pointer, @Nullable String label, @Nullable String theirs, @Nullable String mine) {

	}

}
