package dev.understudy.experiment.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Finding;
import dev.understudy.experiment.ExperimentView;
import dev.understudy.experiment.Revision;
import dev.understudy.experiment.Setback;
import dev.understudy.target.Target;

/**
 * The draft somebody has before them.
 *
 * @param id the experiment, null for a new one
 * @param revision the revision that is edited, 0 for none
 * @param savedAt when that was saved
 * @param savedBy who saved it
 * @param target where it is meant to go
 * @param base what that revision says
 * @param latest what the latest revision says, mostly the same
 * @param setback why the last attempt to create that failed
 */
record EditedDraft(@Nullable UUID id, int revision, @Nullable Instant savedAt, @Nullable String savedBy, Target target,
		Draft base, Draft latest, @Nullable Setback setback) {

	static EditedDraft fresh(Target target) {
		return new EditedDraft(null, 0, null, null, target, Draft.empty(), Draft.empty(), null);
	}

	static EditedDraft of(ExperimentView view, Revision revision, Target target) {
		return new EditedDraft(view.experiment().getId(), revision.number(), revision.at(), revision.author(), target,
				revision.draft(), view.revision().draft(), view.experiment().getSetback());
	}

	/** Where the form is sent to. */
	public String address() {
		return (this.id != null) ? "/experiments/" + this.id + "/draft" : "/experiments/new";
	}

	/** Where the form is checked. */
	public String checkAddress() {
		return (this.id != null) ? address() + "/check" : "/experiments/check";
	}

	/** Where is asked what would come of the form. */
	public String forecastAddress() {
		return (this.id != null) ? address() + "/forecast" : "/experiments/forecast";
	}

	public String restCall() {
		return (this.id != null)
				? "PUT /api/v1/experiments/" + this.id + "/definition\nIf-Match: \"" + this.revision + '"'
				: "POST /api/v1/experiments";
	}

	/**
	 * What of the last attempt still stands for a draft: all of it until something
	 * changes, a taken name until the name changes.
	 */
	List<Finding> setbackOf(Draft draft) {
		if (this.setback == null) {
			return List.of();
		}
		boolean stands = (this.setback.kind() == Setback.Kind.CONFLICT) ? isNameTaken(draft)
				: draft.json().equals(this.latest.json());
		return stands ? this.setback.findings() : List.of();
	}

	/** Whether a draft still has the name that something else has in SageMaker. */
	boolean isNameTaken(Draft draft) {
		return this.setback != null && this.setback.kind() == Setback.Kind.CONFLICT
				&& draft.name().equals(this.latest.name());
	}

	/** Until a form says otherwise. */
	ZoneId zone() {
		return ZoneOffset.UTC;
	}

}
