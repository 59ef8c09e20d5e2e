package dev.understudy.experiment.web;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.understudy.experiment.Revision;

/**
 * A revision in the list.
 *
 * @param revision the revision
 * @param changed what it changed, at most a few; nothing for the first one
 * @param more how many fields it changed besides
 */
record RevisionRow(Revision revision, List<ChangedField> changed, int more) {

	private static final int FEW = 4;

	/**
	 * Rows of a list, the latest first.
	 * @param revisions the revisions
	 * @param before the revision before the last of them, null if that is the first
	 */
	static List<RevisionRow> of(List<Revision> revisions, @Nullable Revision before) {
		List<RevisionRow> rows = new ArrayList<>();
		for (int i = 0; i < revisions.size(); i++) {
			rows.add(of(revisions.get(i), (i + 1 < revisions.size()) ? revisions.get(i + 1) : before));
		}
		return rows;
	}

	private static RevisionRow of(Revision revision, @Nullable Revision before) {
		List<ChangedField> changed = (before != null) ? ChangedField.between(before.draft(), revision.draft())
				: List.of();
		int few = Math.min(FEW, changed.size());
		return new RevisionRow(revision, changed.subList(0, few), changed.size() - few);
	}

}
