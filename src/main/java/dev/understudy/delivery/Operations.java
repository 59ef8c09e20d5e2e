package dev.understudy.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

import dev.understudy.actor.Actor;
import dev.understudy.database.DatabaseClock;
import dev.understudy.database.Jobs;

/**
 * Takes operations, shows how far they got and lets people have their say about them.
 */
@Service
@Transactional
public class Operations {

	static final String JOB = "deliver";

	private final OperationStore store;

	private final AttemptStore attempts;

	private final LookStore looks;

	private final Doings doings;

	private final Names names;

	private final Intake intake;

	private final Endings endings;

	private final DatabaseClock clock;

	private final Jobs jobs;

	private final ApplicationEventPublisher events;

	Operations(OperationStore store, AttemptStore attempts, LookStore looks, Doings doings, Names names, Intake intake,
			Endings endings, DatabaseClock clock, Jobs jobs, ApplicationEventPublisher events) {
		this.store = store;
		this.attempts = attempts;
		this.looks = looks;
		this.doings = doings;
		this.names = names;
		this.intake = intake;
		this.endings = endings;
		this.clock = clock;
		this.jobs = jobs;
		this.events = events;
	}

	/**
	 * Takes an operation. It belongs to the caller's transaction: with it, the operation,
	 * its audit entry and the job that carries it are there, or none of them.
	 * @param asked what is asked for
	 * @param by who asks
	 * @return the operation, queued
	 * @throws NameHeldException if another operation holds the name
	 * @throws OperationInFlightException if the experiment has an unfinished one that
	 * this does not overtake; only a stop overtakes
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Operation ask(NewOperation asked, Actor by) {
		if (asked.type() == OperationType.STOP) {
			overtake(asked.experimentId(), by);
		}
		return this.intake.take(asked, by);
	}

	/**
	 * Keeps the unfinished operation of an experiment from ending before the caller's
	 * transaction does. To be called by whoever is going to overtake it, before locking
	 * anything that a listener to {@link OperationOutcome} locks: where an operation
	 * ends, its row is locked first.
	 * @param experimentId its id
	 * @return the operation that is held, if there was one
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<UUID> hold(UUID experimentId) {
		return this.store.unfinishedOf(experimentId)
			.flatMap((it) -> this.store.lock(it.id()))
			.map((row) -> row.operation().id());
	}

	// No late request can act on a shadow test that is being stopped, so a stop need not
	// wait for what is under way.
	private void overtake(UUID experimentId, Actor by) {
		this.store.unfinishedOf(experimentId)
			.filter((it) -> it.type() != OperationType.STOP && it.type() != OperationType.CREATE)
			.ifPresent((it) -> {
				cancel(it.id(), by);
				this.store.overtake(it.id());
			});
	}

	/**
	 * Shows an operation.
	 * @param id its id
	 * @return the operation and its attempts
	 * @throws UnknownOperationException if there is none
	 */
	@Transactional(readOnly = true)
	public OperationView get(UUID id) {
		return view(this.store.find(id).orElseThrow(() -> new UnknownOperationException(id)));
	}

	/**
	 * Shows what was asked for one experiment.
	 * @param experimentId its id
	 * @return its operations, the newest first, with their attempts but not with every
	 * look
	 */
	@Transactional(readOnly = true)
	public List<OperationView> ofExperiment(UUID experimentId) {
		List<Operation> operations = this.store.ofExperiment(experimentId);
		Map<UUID, List<Attempt>> attempts = this.attempts.of(operations.stream().map(Operation::id).toList());
		return operations.stream()
			.map((it) -> new OperationView(it, attempts.getOrDefault(it.id(), List.of()), List.of()))
			.toList();
	}

	/**
	 * What operations wait for, in one statement however many they are.
	 * @param ids their ids; those of no operation are left out
	 * @return by id; nothing for one that waits for nothing
	 */
	@Transactional(readOnly = true)
	public Map<UUID, WaitingFor> waiting(Collection<UUID> ids) {
		return ids.isEmpty() ? Map.of() : this.store.waiting(ids);
	}

	/**
	 * Cancels an operation: at once while nothing was sent, else as soon as it is certain
	 * that nothing came of it. If something did, the operation is confirmed all the same.
	 * @param id its id
	 * @param by who wants it
	 * @throws UnknownOperationException if there is none
	 * @throws OperationEndedException if it has ended
	 */
	public void cancel(UUID id, Actor by) {
		Operation operation = unfinished(id);
		if (this.attempts.of(id).stream().allMatch(Attempt::isHeldBack)) {
			this.endings.cancelledBy(by, operation);
			return;
		}
		if (operation.cancelAsked()) {
			return;
		}
		this.store.cancel(id);
		this.events
			.publishEvent(Trace.of(by, "cancel-asked", operation, Trace.json("operation", id.toString()), null, null));
		this.jobs.wake(job(id));
	}

	/**
	 * Says whether what stands in SageMaker is what this operation made, where nothing
	 * but a person can tell.
	 * @param id its id
	 * @param choice what the person says
	 * @param by who says so
	 * @throws UnknownOperationException if there is none
	 * @throws OperationEndedException if it has ended, or nobody was asked
	 */
	public void choose(UUID id, Choice choice, Actor by) {
		Operation operation = unfinished(id);
		if (operation.waitingFor() == null || !operation.waitingFor().choice()) {
			throw new OperationEndedException("Operation %s does not wait for a choice".formatted(id));
		}
		this.store.choose(id, choice);
		this.events.publishEvent(Trace.of(by, "chosen", operation,
				Trace.json("choice", choice.id(), "operation", id.toString()), operation.waitingFor().message(), null));
		this.jobs.wake(job(id));
	}

	/**
	 * Tells that an experiment is known to be gone from SageMaker, so that its name is
	 * free as soon as no request on it can still take effect.
	 * @param experimentId its id
	 */
	public void nameFreed(UUID experimentId) {
		Instant now = this.clock.now();
		this.names.gone(experimentId, now);
		this.names.free(now);
	}

	/**
	 * Whether a request of ours on an experiment, other than about tags, left at or after
	 * a moment, or one is under way.
	 * @param experimentId its id
	 * @param since the moment
	 * @return true if what SageMaker shows since may be our doing
	 */
	@Transactional(readOnly = true)
	public boolean sentSince(UUID experimentId, Instant since) {
		return !this.store.sentSince(experimentId, since).isEmpty();
	}

	/**
	 * Whether requests of ours may be why members of a definition are not what they were.
	 * An update explains only what it asked for or had seen; anything else may have any
	 * effect.
	 * @param experimentId its id
	 * @param since when nothing had changed yet
	 * @param members names of the members that changed
	 * @param now the definition as SageMaker describes it
	 * @return false if somebody else must have done it
	 */
	@Transactional(readOnly = true)
	public boolean explain(UUID experimentId, Instant since, Collection<String> members, JsonNode now) {
		return this.doings.explain(experimentId, since, members, now);
	}

	/**
	 * When the Create of an experiment was sent last. Until some time after that a look
	 * may not show it.
	 * @param experimentId its id
	 * @return the database's time; empty if it was not created here
	 */
	@Transactional(readOnly = true)
	public Optional<Instant> createSent(UUID experimentId) {
		return this.attempts.createSent(experimentId);
	}

	private Operation unfinished(UUID id) {
		Operation operation = this.store.lock(id).orElseThrow(() -> new UnknownOperationException(id)).operation();
		if (operation.state().isFinal()) {
			throw new OperationEndedException(
					"Operation %s has ended already: %s".formatted(id, operation.state().id()));
		}
		return operation;
	}

	private OperationView view(Operation operation) {
		return new OperationView(operation, this.attempts.of(operation.id()), this.looks.of(operation.id()));
	}

	static TaskInstance<Void> job(UUID id) {
		return new TaskInstance<>(JOB, id.toString());
	}

}
