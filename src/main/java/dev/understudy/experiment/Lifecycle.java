package dev.understudy.experiment;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.actor.Actor;
import dev.understudy.actor.Permission;
import dev.understudy.database.DatabaseClock;
import dev.understudy.definition.Definition;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Finding;
import dev.understudy.delivery.NewOperation;
import dev.understudy.delivery.OperationInFlightException;
import dev.understudy.delivery.OperationType;
import dev.understudy.experiment.ExperimentEvent.What;

/**
 * What people and programs do with experiments that SageMaker has. Each method that
 * changes something is one transaction with its audit entries, and returns the id of the
 * operation that is carried to SageMaker some time after. It throws
 * {@link UnknownExperimentException} if there is no such experiment,
 * {@link IllegalPhaseException} if what is known of it forbids the change, and
 * {@link dev.understudy.delivery.OperationInFlightException} if another operation is on
 * its way; only a stop does not wait for that.
 */
@Service
@Transactional
public class Lifecycle {

	private final ExperimentStore store;

	private final Handover handover;

	private final ChangeCheck check;

	private final DatabaseClock clock;

	Lifecycle(ExperimentStore store, Handover handover, ChangeCheck check, DatabaseClock clock) {
		this.store = store;
		this.handover = handover;
		this.check = check;
		this.clock = clock;
	}

	/**
	 * Starts a scheduled one now.
	 * @param id the experiment
	 * @param by who wants it
	 * @return the id of the operation
	 */
	public UUID start(UUID id, Actor by) {
		Experiment experiment = lock(id, OperationType.START, null);
		return this.handover.hand(experiment, NewOperation::start, What.START_ASKED, null, null, by);
	}

	/**
	 * Stops a running one. Overtakes whatever else is on its way.
	 * @param id the experiment
	 * @param order how
	 * @param by who wants it
	 * @return the id of the operation
	 * @throws DefinitionRefusedException if the order has error findings
	 * @throws AccessDeniedException if that changes production and the actor may not
	 */
	public UUID stop(UUID id, StopOrder order, Actor by) {
		UUID overtaken = this.handover.overtake(id).orElse(null);
		Experiment experiment = lock(id, OperationType.STOP, overtaken);
		StopPlan plan = plan(experiment, order);
		if (plan.changesProduction()) {
			require(by, Permission.CHANGE_PRODUCTION);
		}
		DefinitionRefusedException.ifForbidden(findings(experiment, order));
		return this.handover.hand(experiment, (about) -> NewOperation.stop(about, plan.request()), What.STOP_ASKED,
				Changes.to("action", order.action().id(), "request", plan.request().toString()), order.reason(), by);
	}

	/**
	 * Deletes one that does not run, in SageMaker only: its record stays here.
	 * @param id the experiment
	 * @param by who wants it
	 * @return the id of the operation
	 * @throws AccessDeniedException if the actor may not
	 */
	public UUID delete(UUID id, Actor by) {
		Experiment experiment = lock(id, OperationType.DELETE, null);
		require(by, Permission.CHANGE_PRODUCTION);
		return this.handover.hand(experiment, NewOperation::delete, What.DELETE_ASKED, null, null, by);
	}

	/**
	 * Changes what of a definition can be changed: while it waits for its start its
	 * schedule, description, variants, data capture and shadow mode; while it runs its
	 * end, description and sampling percentage.
	 * @param id the experiment
	 * @param wanted the definition as it is wanted; members that are left out stay
	 * @param by who wants it
	 * @return the id of the operation
	 * @throws DefinitionRefusedException if that has error findings
	 * @throws NothingToChangeException if nothing differs
	 */
	public UUID update(UUID id, Draft wanted, Actor by) {
		return update(id, wanted, null, by);
	}

	/**
	 * The same for somebody who looked at it before. What somebody else changed since is
	 * not overwritten: the operation ends in a conflict that shows the difference.
	 * @param id the experiment
	 * @param wanted the definition as it is wanted; members that are left out stay
	 * @param seen the definition as it was seen; null for as it is known now
	 * @param by who wants it
	 * @return the id of the operation
	 * @throws DefinitionRefusedException if that has error findings
	 * @throws NothingToChangeException if nothing differs
	 */
	public UUID update(UUID id, Draft wanted, @Nullable Draft seen, Actor by) {
		Experiment experiment = lock(id, OperationType.UPDATE, null);
		UpdatePlan plan = plan(experiment, wanted, seen);
		DefinitionRefusedException.ifForbidden(plan.findings());
		if (plan.changes().isEmpty()) {
			throw new NothingToChangeException();
		}
		return this.handover.hand(experiment, (about) -> NewOperation.update(about, plan.asked(), plan.seen()),
				What.UPDATE_ASKED, Changes.of(plan.changes()), null, by);
	}

	/**
	 * Sets tags and takes tags away, in any status.
	 * @param id the experiment
	 * @param add tags to set
	 * @param remove keys of tags to take away
	 * @param by who wants it
	 * @return the id of the operation
	 * @throws DefinitionRefusedException if that has error findings
	 * @throws NothingToChangeException if nothing differs
	 */
	public UUID tag(UUID id, List<Definition.Tag> add, List<String> remove, Actor by) {
		Experiment experiment = lock(id, OperationType.TAG, null);
		TagPlan plan = TagPlan.of(this.store.latest(experiment).draft(), add, remove);
		DefinitionRefusedException.ifForbidden(this.check.tags(plan, experiment, this.clock.now()));
		if (plan.changes().isEmpty()) {
			throw new NothingToChangeException();
		}
		return this.handover.hand(experiment, (about) -> NewOperation.tag(about, plan.payload()), What.TAG_ASKED,
				Changes.of(plan.changes()), null, by);
	}

	/**
	 * The definition as it stands in SageMaker, as far as is known: as described last,
	 * with the tags as we know them.
	 * @param id the experiment
	 * @return the latest revision if it was never described
	 * @throws UnknownExperimentException if there is no such experiment
	 */
	@Transactional(readOnly = true)
	public Draft known(UUID id) {
		return known(this.store.get(id));
	}

	/**
	 * What a stop would do.
	 * @param id the experiment
	 * @param order how
	 * @return the plan
	 * @throws UnknownExperimentException if there is no such experiment
	 */
	@Transactional(readOnly = true)
	public StopPlan plan(UUID id, StopOrder order) {
		return plan(this.store.get(id), order);
	}

	/**
	 * What is wrong or risky about an order to stop.
	 * @param id the experiment
	 * @param order how
	 * @return findings at <code>/reason</code> and <code>/desiredModelVariants</code>
	 * @throws UnknownExperimentException if there is no such experiment
	 */
	@Transactional(readOnly = true)
	public List<Finding> check(UUID id, StopOrder order) {
		return findings(this.store.get(id), order);
	}

	/**
	 * What an update would do, and what is wrong or risky about it.
	 * @param id the experiment
	 * @param wanted the definition as it is wanted; members that are left out stay
	 * @param seen the definition as it was seen; null for as it is known now
	 * @return the plan
	 * @throws UnknownExperimentException if there is no such experiment
	 */
	@Transactional(readOnly = true)
	public UpdatePlan plan(UUID id, Draft wanted, @Nullable Draft seen) {
		return plan(this.store.get(id), wanted, seen);
	}

	// Whoever ends an operation locks that first and the experiment second. To wait for
	// it while holding the experiment would be a deadlock, so nobody does.
	private Experiment lock(UUID id, OperationType change, @Nullable UUID overtaken) {
		Experiment experiment = this.store.lock(id);
		if (experiment.getPhase() == Phase.SUBMITTING) {
			experiment.ensureSubmittable();
		}
		Hindrance.ensureNone(change, experiment);
		Pending pending = experiment.getPending();
		if (pending != null && !pending.operationId().equals(overtaken)) {
			throw new OperationInFlightException(pending.operationId(), pending.type());
		}
		return experiment;
	}

	private StopPlan plan(Experiment experiment, StopOrder order) {
		return StopPlan.of(known(experiment), order);
	}

	private List<Finding> findings(Experiment experiment, StopOrder order) {
		return this.check.stop(known(experiment), order, experiment.getTarget(), this.clock.now());
	}

	private UpdatePlan plan(Experiment experiment, Draft wanted, @Nullable Draft seen) {
		return this.check.update(known(experiment), wanted, seen, experiment, this.clock.now());
	}

	private Draft known(Experiment experiment) {
		Draft latest = this.store.latest(experiment).draft();
		Sighting seen = experiment.getSighting();
		if (seen == null || seen.definition() == null) {
			return latest;
		}
		return Draft.parse(seen.definition()).with("/Tags", latest.document().get("Tags"));
	}

	private static void require(Actor by, Permission permission) {
		if (!by.may(permission)) {
			throw new AccessDeniedException("%s may not change production".formatted(by.name()));
		}
	}

}
