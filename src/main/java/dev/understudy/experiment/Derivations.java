package dev.understudy.experiment;

import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.actor.Actor;
import dev.understudy.definition.Draft;

/** Makes revisions and drafts of old revisions. */
@Service
@Transactional
public class Derivations {

	private final ExperimentStore store;

	private final Experiments experiments;

	private final WorkingCopies copies;

	private final Clock clock;

	Derivations(ExperimentStore store, Experiments experiments, WorkingCopies copies, Clock clock) {
		this.store = store;
		this.experiments = experiments;
		this.copies = copies;
		this.clock = clock;
	}

	/**
	 * Makes an old revision the latest again, as a new one. What the same person has
	 * typed is made a revision first.
	 * @param id the draft
	 * @param expected the revision that was taken for the latest
	 * @param number the old revision
	 * @param by who restores it
	 * @return the experiment with its latest revision
	 * @throws UnknownExperimentException if there is no such experiment or revision
	 * @throws IllegalPhaseException if it is no draft any more
	 * @throws StaleRevisionException if somebody else saved a revision meanwhile
	 */
	public ExperimentView restore(UUID id, int expected, int number, Actor by) {
		Draft old = this.store.revision(id, number).draft();
		return change(id, expected, (draft) -> old, "Revision %d restored".formatted(number), by);
	}

	/**
	 * Changes a draft by a rule, as a new revision. What the same person has typed is
	 * made a revision first.
	 * @param id the draft
	 * @param expected the revision that was taken for the latest
	 * @param rule makes the next draft of the latest one
	 * @param why what it is changed for, as the audit trail keeps it
	 * @param by who changes it
	 * @return the experiment with its latest revision
	 * @throws UnknownExperimentException if there is no such experiment
	 * @throws IllegalPhaseException if it is no draft any more
	 * @throws StaleRevisionException if somebody else saved a revision meanwhile
	 */
	public ExperimentView change(UUID id, int expected, UnaryOperator<Draft> rule, String why, Actor by) {
		Experiment experiment = this.store.lock(id);
		Revision latest = this.store.latest(experiment);
		if (latest.number() != expected) {
			throw new StaleRevisionException(expected, latest);
		}
		this.copies.settle(id, by);
		Draft settled = this.store.latest(experiment).draft();
		return this.experiments.revise(id, experiment.getRevision(), rule.apply(settled), why, by);
	}

	/**
	 * Begins an experiment with a revision of another, in the same target and under a
	 * name that is free.
	 * @param id the other experiment, in any phase
	 * @param revision its revision; null for the latest
	 * @param by who owns the new one
	 * @return the new experiment, and what of the old one it could not take over
	 * @throws UnknownExperimentException if there is no such experiment or revision
	 * @throws dev.understudy.target.UnknownTargetException if its target is gone
	 */
	public Clone clone(UUID id, @Nullable Integer revision, Actor by) {
		Experiment experiment = this.store.get(id);
		Revision origin = (revision != null) ? this.store.revision(id, revision) : this.store.latest(experiment);
		Offspring offspring = Offspring.of(origin.draft(), this.clock.instant());
		ExperimentView begun = this.experiments.draft(new NewDraft(experiment.getTarget(),
				offspring.named((name) -> this.store.isNameTaken(experiment.getTarget(), name)), experiment.getOrigin(),
				"Cloned from revision %d of experiment %s".formatted(origin.number(), id)), by);
		return new Clone(begun, offspring.isLate());
	}

	/**
	 * What of a revision others can begin with: all but its name, its times and tags that
	 * only AWS or we may set.
	 * @param id the experiment, in any phase
	 * @param revision its revision; null for the latest
	 * @return the definition without them
	 * @throws UnknownExperimentException if there is no such experiment or revision
	 */
	@Transactional(readOnly = true)
	public Draft shareable(UUID id, @Nullable Integer revision) {
		Experiment experiment = this.store.get(id);
		Revision origin = (revision != null) ? this.store.revision(id, revision) : this.store.latest(experiment);
		return Offspring.of(origin.draft(), this.clock.instant()).draft().with("/Name", null).with("/Schedule", null);
	}

	/**
	 * Begins an experiment with something that is kept for many. Times that are past are
	 * left out.
	 * @param wanted the first draft
	 * @param by who owns the new one
	 * @return the new experiment
	 * @throws dev.understudy.target.UnknownTargetException if there is no such target
	 */
	public ExperimentView begin(NewDraft wanted, Actor by) {
		Draft draft = Offspring.of(wanted.draft(), this.clock.instant()).draft();
		return this.experiments.draft(new NewDraft(wanted.target(), draft, wanted.origin(), wanted.why()), by);
	}

	/**
	 * A new experiment made from another.
	 *
	 * @param view the new one
	 * @param withoutTimes whether times were left out because they are past
	 */
	public record Clone(ExperimentView view, boolean withoutTimes) {

	}

}
