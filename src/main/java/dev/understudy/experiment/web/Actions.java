package dev.understudy.experiment.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.understudy.actor.Actor;
import dev.understudy.actor.Permission;
import dev.understudy.experiment.Experiment;
import dev.understudy.experiment.Phase;
import dev.understudy.experiment.Setback;

/**
 * What can be done with an experiment on its page: every action this console has, those
 * that are not possible now with the reason.
 */
final class Actions {

	private Actions() {
	}

	static List<Action> of(Experiment experiment, Actor actor) {
		return List.of(
				new Action("review", reason(actor, experiment.getPhase() == Phase.DRAFT, "experiment.action.frozen")),
				new Action("edit", reason(actor, isEditable(experiment), "experiment.action.frozen")),
				new Action("discard", reason(actor, experiment.getPhase() == Phase.DRAFT, "experiment.action.kept")));
	}

	/** A draft, or one whose name was taken and that can be given another. */
	static boolean isEditable(Experiment experiment) {
		Setback setback = experiment.getSetback();
		return experiment.getPhase() == Phase.DRAFT || (experiment.getPhase() == Phase.SUBMITTING && setback != null
				&& setback.kind() == Setback.Kind.CONFLICT);
	}

	private static @Nullable String reason(Actor actor, boolean possible, String why) {
		if (!actor.may(Permission.WRITE)) {
			return "experiment.action.not-allowed";
		}
		return possible ? null : why;
	}

	/**
	 * One thing to do.
	 *
	 * @param id its name in messages and templates
	 * @param whyNot message key of the reason why it is not possible now; null if it is
	 */
	record Action(String id, @Nullable String whyNot) {

	}

}
