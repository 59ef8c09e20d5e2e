package dev.understudy.experiment;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.actor.Actor;
import dev.understudy.database.Ids;

/**
 * Keeps what people type, all the time, and makes one revision of a whole burst of it:
 * when they save, when they leave, and when they begin anew in another window. Nothing
 * that was kept is ever overwritten by a window that has not seen it.
 */
@Service
@Transactional
public class WorkingCopies {

	private static final int UUID_OF_TIME = 7;

	private final WorkingCopyStore copies;

	private final ExperimentStore store;

	private final Experiments experiments;

	private final Ids ids;

	private final Clock clock;

	WorkingCopies(WorkingCopyStore copies, ExperimentStore store, Experiments experiments, Ids ids, Clock clock) {
		this.copies = copies;
		this.store = store;
		this.experiments = experiments;
		this.ids = ids;
		this.clock = clock;
	}

	/**
	 * An id for a form that is about to be given out. A form of a new experiment begins
	 * the one experiment of that id, however often it is sent.
	 * @return a UUIDv7
	 */
	@Transactional(readOnly = true)
	public UUID form() {
		return this.ids.next();
	}

	/**
	 * Begins an experiment with what was typed into a form, unless it has done so before.
	 * @param form the form
	 * @param wanted the first draft
	 * @param by its author
	 * @return the experiment
	 * @throws dev.understudy.target.UnknownTargetException if there is no such target
	 */
	public Begun begin(UUID form, NewDraft wanted, Actor by) {
		this.copies.lock(form);
		Optional<Experiment> begun = this.store.find(form);
		if (begun.isPresent() && begun.get().getOwner().equals(Experiments.owner(by))) {
			return new Begun(form, false);
		}
		boolean usable = begun.isEmpty() && form.version() == UUID_OF_TIME;
		UUID id = usable ? form : this.ids.next();
		this.experiments.draft(id, wanted, by);
		return new Begun(id, true);
	}

	/**
	 * Keeps what somebody has typed so far.
	 * @param id the draft
	 * @param typing what they typed
	 * @param by who they are
	 * @return what is kept: this, or what the same form has sent later
	 * @throws UnknownExperimentException if there is no such experiment
	 * @throws IllegalPhaseException if it is no draft any more
	 * @throws OtherWindowException if they have typed into another window meanwhile
	 */
	public WorkingCopy keep(UUID id, Typing typing, Actor by) {
		Experiment experiment = this.store.lock(id);
		experiment.ensureEditable();
		Optional<WorkingCopy> before = this.copies.find(id, by.name());
		if (before.isPresent() && before.get().isLaterThan(typing)) {
			return before.get();
		}
		if (before.filter((it) -> !it.isContinuedBy(typing)).isPresent()) {
			throw new OtherWindowException(before.get());
		}
		Revision latest = this.store.latest(experiment);
		int onto = Math.min(onto(before, typing), latest.number());
		boolean pending = onto != latest.number() || !latest.says(typing.definition());
		WorkingCopy copy = new WorkingCopy(id, by.name(), typing.form(), typing.turn(),
				before.map(WorkingCopy::sequence).orElse(0) + 1, typing.revision(), onto, typing.definition(),
				pending ? typing.text() : null, this.clock.instant());
		this.copies.put(copy);
		return copy;
	}

	/**
	 * Makes a revision of what somebody has typed, if nobody else has made one meanwhile;
	 * then it waits until they have seen both.
	 * @param id the draft
	 * @param by whose typing it is
	 * @return what is kept now
	 * @throws UnknownExperimentException if there is no such experiment
	 */
	public Optional<WorkingCopy> settle(UUID id, Actor by) {
		Experiment experiment = this.store.lock(id);
		Optional<WorkingCopy> copy = this.copies.find(id, by.name());
		if (experiment.getPhase() != Phase.DRAFT
				|| copy.filter((it) -> it.isPending() && it.onto() == experiment.getRevision()).isEmpty()) {
			return copy;
		}
		WorkingCopy pending = copy.get();
		ExperimentView made = this.experiments.revise(id, pending.onto(), pending.definition(), by);
		WorkingCopy settled = pending.settled(made.revision(), this.clock.instant());
		this.copies.put(settled);
		return Optional.of(settled);
	}

	/**
	 * Makes a revision of what was typed in another window, so that a form which has not
	 * seen it meets it as a revision.
	 * @param id the draft
	 * @param typing the form that is to be saved
	 * @param by whose windows they are
	 */
	public void settleOthers(UUID id, Typing typing, Actor by) {
		this.store.lock(id);
		if (this.copies.find(id, by.name()).filter((it) -> !it.isContinuedBy(typing)).isPresent()) {
			settle(id, by);
		}
	}

	/**
	 * Saves a form as a revision, as {@link Experiments#revise} does.
	 * @param id the draft
	 * @param typing what is to be saved
	 * @param by who saves it
	 * @return the experiment with its latest revision
	 * @throws UnknownExperimentException if there is no such experiment
	 * @throws IllegalPhaseException if it is no draft any more
	 * @throws StaleRevisionException if there is a revision that the form has not seen
	 */
	public ExperimentView save(UUID id, Typing typing, Actor by) {
		this.store.lock(id);
		Optional<WorkingCopy> before = this.copies.find(id, by.name());
		ExperimentView saved = this.experiments.revise(id, onto(before, typing), typing.definition(), by);
		if (before.filter((it) -> it.isPending() && !it.isContinuedBy(typing)).isEmpty()) {
			Revision now = saved.revision();
			this.copies.put(new WorkingCopy(id, by.name(), typing.form(), typing.turn(),
					before.map(WorkingCopy::sequence).orElse(0) + 1, typing.revision(), now.number(), now.draft(), null,
					this.clock.instant()));
		}
		return saved;
	}

	/**
	 * Throws away what somebody has typed since the latest revision.
	 * @param id the draft
	 * @param form the form they threw away
	 * @param turn when, by the clock of its browser, in milliseconds
	 * @param by whose typing it is
	 */
	public void drop(UUID id, UUID form, long turn, Actor by) {
		Revision latest = this.store.latest(this.store.lock(id));
		int sequence = this.copies.find(id, by.name()).map(WorkingCopy::sequence).orElse(0) + 1;
		this.copies.put(new WorkingCopy(id, by.name(), form, turn, sequence, latest.number(), latest.number(),
				latest.draft(), null, this.clock.instant()));
	}

	/**
	 * Finds what somebody has typed.
	 * @param id the draft
	 * @param by whose typing it is
	 * @return what is kept, whether pending or not
	 */
	@Transactional(readOnly = true)
	public Optional<WorkingCopy> find(UUID id, Actor by) {
		return this.copies.find(id, by.name());
	}

	/**
	 * What people have typed that is in no revision yet.
	 * @param id the draft
	 * @return the latest first
	 */
	@Transactional(readOnly = true)
	public List<WorkingCopy> pending(UUID id) {
		return this.copies.pending(id);
	}

	private static int onto(Optional<WorkingCopy> before, Typing typing) {
		return before.filter((it) -> it.isContinuedBy(typing))
			.map((it) -> Math.max(it.onto(), typing.onto()))
			.orElse(typing.onto());
	}

	/**
	 * The experiment a form has begun.
	 *
	 * @param id its id
	 * @param fresh whether it did so just now
	 */
	public record Begun(UUID id, boolean fresh) {

	}

}
