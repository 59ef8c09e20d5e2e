package dev.understudy.experiment.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.understudy.actor.Actor;
import dev.understudy.actor.Permission;
import dev.understudy.delivery.OperationType;
import dev.understudy.experiment.Experiment;
import dev.understudy.experiment.Hindrance;
import dev.understudy.experiment.Pending;
import dev.understudy.experiment.Phase;
import dev.understudy.experiment.Setback;

/**
 * What can be done with an experiment on its page: every action this console has for what
 * it is, a draft or something in SageMaker, those that are not possible now with the
 * reason.
 */
final class Actions {

	private Actions() {
	}

	static List<Action> of(Experiment experiment, Actor actor) {
		boolean created = experiment.getPhase() == Phase.LIVE || experiment.getPhase() == Phase.ENDED;
		return created ? ofCreated(experiment, actor) : ofDraft(experiment, actor);
	}

	private static List<Action> ofDraft(Experiment experiment, Actor actor) {
		boolean draft = experiment.getPhase() == Phase.DRAFT;
		return List.of(new Action("review", reason(actor, draft, "experiment.action.frozen"), null),
				new Action("edit", reason(actor, isEditable(experiment), "experiment.action.frozen"), null),
				new Action("discard", reason(actor, draft, "experiment.action.kept"), null));
	}

	private static List<Action> ofCreated(Experiment experiment, Actor actor) {
		return Stream
			.of(change("stop", OperationType.STOP, Permission.WRITE, experiment, actor),
					change("start", OperationType.START, Permission.WRITE, experiment, actor),
					change("update", OperationType.UPDATE, Permission.WRITE, experiment, actor),
					change("tags", OperationType.TAG, Permission.WRITE, experiment, actor),
					change("delete", OperationType.DELETE, Permission.CHANGE_PRODUCTION, experiment, actor))
			.toList();
	}

	private static Action change(String id, OperationType type, Permission permission, Experiment experiment,
			Actor actor) {
		if (!actor.may(permission)) {
			return new Action(id, "experiment.action.not-allowed", null);
		}
		Hindrance hindrance = Hindrance.of(type, experiment);
		if (hindrance != null) {
			return new Action(id, hindrance.message(), null);
		}
		Pending pending = experiment.getPending();
		if (pending == null || pending.isOvertakenBy(type)) {
			return new Action(id, null, null);
		}
		return new Action(id,
				(type == OperationType.STOP) ? "experiment.action.stop-in-flight" : "experiment.action.in-flight",
				pending.operationId());
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
	 * @param id its name in messages and templates, and the last part of its address
	 * @param whyNot message key of the reason why it is not possible now; null if it is
	 * @param operation the operation that has to end first, where one has to
	 */
	record Action(String id, @Nullable String whyNot, @Nullable UUID operation) {

	}

}
