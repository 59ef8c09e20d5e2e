package dev.understudy.experiment.web;

import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Finding;

/**
 * A finding with the field of the draft form that it is about.
 *
 * @param finding the finding
 * @param path the field, null if the form has none
 */
record PlacedFinding(Finding finding, @Nullable String path) {

	/**
	 * Those that forbid submitting, or those that do not.
	 */
	static List<PlacedFinding> of(List<Finding> findings, boolean forbidding, Draft draft, DraftForm form) {
		MergedDraft places = new MergedDraft(draft, origins(form.variants()),
				IntStream.range(0, form.tags().size()).boxed().toList());
		return findings.stream()
			.filter((finding) -> finding.forbids() == forbidding)
			.map((finding) -> new PlacedFinding(finding, places.path(finding.pointer(), form)))
			.toList();
	}

	private static List<Integer> origins(List<VariantRow> rows) {
		return rows.stream()
			.map((row) -> Texts.isBlank(row.origin()) ? -1 : Integer.parseInt(Texts.orEmpty(row.origin())))
			.toList();
	}

	/** The id of the field, or of the section for what has no field. */
	public String anchor() {
		return (this.path != null) ? id(this.path) : "other";
	}

	/** The id of a field, as the frame of pages gives it. */
	static String id(String path) {
		return path.replace("]", "").replaceAll("[\\[.]", "-");
	}

}
