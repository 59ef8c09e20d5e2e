package dev.understudy.experiment.web;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.understudy.definition.Change;
import dev.understudy.experiment.Experiment;

/**
 * A member that somebody changed in SageMaker, as the page shows it.
 *
 * @param pointer which one
 * @param label message key of its label in the form, null if it stands in a row or has no
 * field
 * @param known as it is known, null for nothing
 * @param now as SageMaker says, null for nothing
 */
record DriftRow(String pointer, @Nullable String label, @Nullable String known, @Nullable String now) {

	static List<DriftRow> of(Experiment experiment) {
		return experiment.getDrift().stream().map(DriftRow::of).toList();
	}

	private static DriftRow of(Change change) {
		return new DriftRow(change.pointer(), FormField.at(change.pointer()).map(FormField::label).orElse(null),
				text(change.before()), text(change.after()));
	}

	private static @Nullable String text(@Nullable JsonNode value) {
		return (value != null) ? Kind.text(value) : null;
	}

}
