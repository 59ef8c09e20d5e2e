package dev.understudy.experiment.web;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Finding;
import dev.understudy.experiment.Bond;
import dev.understudy.experiment.ExperimentView;
import dev.understudy.experiment.Revision;
import dev.understudy.experiment.Setback;
import dev.understudy.experiment.WorkingCopy;
import dev.understudy.target.Target;

/**
 * The draft somebody has before them.
 *
 * @param id the experiment, null for a new one
 * @param origin what the form carries along
 * @param base what the revision says that the form was made from
 * @param latest the latest revision, mostly the same; null for a new one
 * @param copy what the same person has typed and what is kept of it; null for nothing
 * @param target where it is meant to go
 * @param setback why the last attempt to create that failed
 * @param bond what holds it besides the rules that hold all; null for nothing
 */
record EditedDraft(@Nullable UUID id, FormOrigin origin, Draft base, @Nullable Revision latest,
		@Nullable WorkingCopy copy, Target target, @Nullable Setback setback, @Nullable Bond bond) {

	static EditedDraft fresh(FormOrigin origin, Target target) {
		return new EditedDraft(null, origin, Draft.empty(), null, null, target, null, null);
	}

	static EditedDraft of(ExperimentView view, FormOrigin origin, Draft base, @Nullable WorkingCopy copy,
			Target target) {
		Setback setback = view.experiment().getSetback();
		return new EditedDraft(view.experiment().getId(), origin, base, view.revision(), copy, target,
				(setback != null) ? setback.in(LocaleContextHolder.getLocale()) : null, view.bond());
	}

	/** Whether a form asks for a target that is not there, and so cannot be taken. */
	public boolean isAstray(DraftForm form) {
		return this.id == null && !Texts.isBlank(form.target()) && !this.target.name().equals(form.target());
	}

	/** The revision the form was made from, 0 for none. */
	public int revision() {
		return this.origin.base();
	}

	/** What is said about how safe what was typed is. */
	public SavedLine saved() {
		return (this.latest != null) ? SavedLine.of(this.latest, this.copy) : SavedLine.NOTHING;
	}

	/** Where the form is sent to. */
	public String address() {
		return (this.id != null) ? "/experiments/" + this.id + "/draft" : "/experiments/new";
	}

	/** Where the form is checked. */
	public String checkAddress() {
		return address() + "/check";
	}

	/** Where is asked what would come of the form. */
	public String forecastAddress() {
		return address() + "/forecast";
	}

	public String restCall() {
		return (this.id != null)
				? "PUT /api/v1/experiments/" + this.id + "/definition\nIf-Match: \"" + this.origin.taken() + '"'
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
				: draft.json().equals(stored().json());
		return stands ? this.setback.findings() : List.of();
	}

	/** Whether a draft still has the name that something else has in SageMaker. */
	boolean isNameTaken(Draft draft) {
		return this.setback != null && this.setback.kind() == Setback.Kind.CONFLICT
				&& draft.name().equals(stored().name());
	}

	private Draft stored() {
		return (this.latest != null) ? this.latest.draft() : Draft.empty();
	}

	/** Until a form says otherwise. */
	ZoneId zone() {
		return ZoneOffset.UTC;
	}

}
