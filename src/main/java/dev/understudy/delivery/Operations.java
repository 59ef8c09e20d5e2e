package dev.understudy.delivery;

import java.time.Duration;
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

import dev.understudy.actor.Actor;
import dev.understudy.database.DatabaseClock;
import dev.understudy.database.Ids;
import dev.understudy.database.Jobs;
import dev.understudy.target.Target;

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

	private final Names names;

	private final Installations installations;

	private final Endings endings;

	private final Ids ids;

	private final DatabaseClock clock;

	private final DeliveryProperties properties;

	private final Jobs jobs;

	private final ApplicationEventPublisher events;

	Operations(OperationStore store, AttemptStore attempts, LookStore looks, Names names, Installations installations,
			Endings endings, Ids ids, DatabaseClock clock, DeliveryProperties properties, Jobs jobs,
			ApplicationEventPublisher events) {
		this.store = store;
		this.attempts = attempts;
		this.looks = looks;
		this.names = names;
		this.installations = installations;
		this.endings = endings;
		this.ids = ids;
		this.clock = clock;
		this.properties = properties;
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
		Instant now = this.clock.now();
		this.names.free(now);
		if (asked.type() == OperationType.STOP) {
			overtake(asked.experimentId(), by);
		}
		Operation operation = operation(asked, by, now);
		if (!this.store.insert(operation)) {
			throw refusal(operation);
		}
		this.events.publishEvent(new Trace(by, "operation.asked", operation.experimentId(), operation.target(), null,
				Trace.json("state", operation.state().id(), "type", operation.type().id(), "operation",
						operation.id().toString(), "sha256", operation.sha256()),
				null, null));
		this.jobs.schedule(job(operation.id()), Duration.ZERO);
		return operation;
	}

	/**
	 * Keeps the unfinished operation of an experiment from ending before the caller's
	 * transaction does. To be called by whoever is going to overtake it, before locking
	 * anything that a listener to {@link OperationOutcome} locks: where an operation
	 * ends, its row is locked first.
	 * @param experimentId its id
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void hold(UUID experimentId) {
		this.store.unfinishedOf(experimentId).ifPresent((it) -> this.store.lock(it.id()));
	}

	private Operation operation(NewOperation asked, Actor by, Instant now) {
		Target target = asked.target();
		return new Operation(this.ids.next(), asked.experimentId(), asked.type(), OperationState.QUEUED, target.name(),
				target.account(), target.region(), asked.name(), asked.payload(), asked.sha256(),
				this.installations.name(), by.name(), false, null, null, null, null, asked.subject(), now,
				now.plus(this.properties.lifetime()), null);
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

	private RuntimeException refusal(Operation refused) {
		return this.store.unfinishedOf(refused.experimentId())
			.<RuntimeException>map(OperationInFlightException::new)
			.orElseGet(() -> this.store.holderOf(refused.account(), refused.region(), refused.name())
				.<RuntimeException>map(NameHeldException::new)
				.orElseGet(() -> new IllegalStateException("Operation %s was not stored".formatted(refused.id()))));
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
	 * @return its operations, the newest first
	 */
	@Transactional(readOnly = true)
	public List<OperationView> ofExperiment(UUID experimentId) {
		return this.store.ofExperiment(experimentId).stream().map(this::view).toList();
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
		if (this.attempts.of(id).isEmpty()) {
			this.endings.cancelledBy(by, operation);
			return;
		}
		if (operation.cancelAsked()) {
			return;
		}
		this.store.cancel(id);
		this.events.publishEvent(Trace.of(by, "cancel-asked", operation, null, null, null));
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
		this.events.publishEvent(Trace.of(by, "chosen", operation, Trace.json("choice", choice.id()),
				operation.waitingFor().message(), null));
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
		return this.attempts.sentSince(experimentId, since);
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
