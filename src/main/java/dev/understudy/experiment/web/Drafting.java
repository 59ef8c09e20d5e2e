package dev.understudy.experiment.web;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.understudy.actor.Actor;
import dev.understudy.definition.Draft;
import dev.understudy.experiment.ExperimentView;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.WorkingCopies;
import dev.understudy.experiment.WorkingCopy;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/** Finds what a form was made from. */
@Component
class Drafting {

	private final Experiments experiments;

	private final WorkingCopies copies;

	private final Targets targets;

	Drafting(Experiments experiments, WorkingCopies copies, Targets targets) {
		this.experiments = experiments;
		this.copies = copies;
		this.targets = targets;
	}

	/**
	 * A draft that is not stored yet, in a new form.
	 * @throws dev.understudy.target.UnknownTargetException if a target is named that is
	 * not there
	 */
	EditedDraft fresh(@Nullable String target) {
		return EditedDraft.fresh(FormOrigin.NONE.in(this.copies::form),
				Texts.isBlank(target) ? this.targets.standard() : this.targets.get(Texts.orEmpty(target)));
	}

	/**
	 * A draft that is not stored yet, in the form that was sent. Where that names a
	 * target that is not there, the standard one's names are offered, and the form is
	 * {@linkplain EditedDraft#isAstray not taken}.
	 */
	EditedDraft fresh(FormOrigin origin, DraftForm form) {
		return EditedDraft.fresh(origin.in(this.copies::form), offering(form.target()));
	}

	/**
	 * A draft as it is opened: what the same person has typed, else the latest revision.
	 */
	EditedDraft open(ExperimentView view, Actor actor) {
		WorkingCopy copy = this.copies.find(view.experiment().getId(), actor).orElse(null);
		int latest = view.revision().number();
		FormOrigin origin = (copy != null) ? origin(copy, latest)
				: new FormOrigin(latest, latest, 0, this.copies.form(), null);
		return EditedDraft.of(view, origin, base(view, origin), copy, this.targets.get(view.experiment().getTarget()));
	}

	/** The draft of a form that was sent; its revision may not be the latest any more. */
	EditedDraft sent(UUID id, FormOrigin origin, Actor actor) {
		ExperimentView view = this.experiments.get(id);
		WorkingCopy copy = this.copies.find(id, actor).orElse(null);
		return EditedDraft.of(view, origin.in(this.copies::form), base(view, origin), copy,
				this.targets.get(view.experiment().getTarget()));
	}

	private FormOrigin origin(WorkingCopy copy, int latest) {
		return new FormOrigin(copy.isPending() ? copy.revision() : latest, copy.isPending() ? copy.onto() : latest,
				copy.sequence(), this.copies.form(), null);
	}

	private Draft base(ExperimentView view, FormOrigin origin) {
		int number = origin.base();
		if (number == 0) {
			return Draft.empty();
		}
		return (view.revision().number() == number) ? view.revision().draft()
				: this.experiments.revision(view.experiment().getId(), number).draft();
	}

	private Target offering(@Nullable String name) {
		return this.targets.find(Texts.orEmpty(name)).orElseGet(this.targets::standard);
	}

}
