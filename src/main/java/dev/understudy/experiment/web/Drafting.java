package dev.understudy.experiment.web;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.understudy.experiment.ExperimentView;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.Revision;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/** Finds what a form was made from. */
@Component
class Drafting {

	private final Experiments experiments;

	private final Targets targets;

	Drafting(Experiments experiments, Targets targets) {
		this.experiments = experiments;
		this.targets = targets;
	}

	/** A draft that is not stored yet. */
	EditedDraft fresh(@Nullable String target) {
		return EditedDraft.fresh(target(target));
	}

	/** The latest revision of a draft. */
	EditedDraft latest(ExperimentView view) {
		return EditedDraft.of(view, view.revision(), target(view.experiment().getTarget()));
	}

	/** The revision somebody edited, which may not be the latest any more. */
	EditedDraft revision(UUID id, int number) {
		ExperimentView view = this.experiments.get(id);
		Revision revision = (view.revision().number() == number) ? view.revision()
				: this.experiments.revision(id, number);
		return EditedDraft.of(view, revision, target(view.experiment().getTarget()));
	}

	private Target target(@Nullable String name) {
		return Texts.isBlank(name) ? this.targets.standard()
				: this.targets.find(Texts.orEmpty(name)).orElseGet(this.targets::standard);
	}

}
