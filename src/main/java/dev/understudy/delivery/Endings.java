package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.actor.Actor;
import dev.understudy.database.DatabaseClock;
import dev.understudy.database.Jobs;

/**
 * Ends operations: the row, the outcome that other modules hear, the audit entry and the
 * second look, all within the caller's transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Endings {

	private static final Logger logger = LoggerFactory.getLogger(Endings.class);

	private final OperationStore store;

	private final AttemptStore attempts;

	private final DatabaseClock clock;

	private final DeliveryProperties properties;

	private final Jobs jobs;

	private final ApplicationEventPublisher events;

	Endings(OperationStore store, AttemptStore attempts, DatabaseClock clock, DeliveryProperties properties, Jobs jobs,
			ApplicationEventPublisher events) {
		this.store = store;
		this.attempts = attempts;
		this.clock = clock;
		this.properties = properties;
		this.jobs = jobs;
		this.events = events;
	}

	void confirmed(Operation operation, String arn, @Nullable Instant madeAt, @Nullable String awsRequestId) {
		if (this.store.end(operation.id(), OperationState.CONFIRMED, this.clock.now(), arn, null)) {
			this.events.publishEvent(trace(system(operation), OperationState.CONFIRMED, operation,
					Trace.json("state", OperationState.CONFIRMED.id(), "arn", arn), null, awsRequestId));
			this.events.publishEvent(new OperationOutcome.Confirmed(operation.id(), operation.experimentId(),
					operation.type(), arn, madeAt, awsRequestId));
		}
	}

	void rejected(Operation operation, OperationError error) {
		if (end(system(operation), operation, OperationState.REJECTED, error)) {
			this.events.publishEvent(
					new OperationOutcome.Rejected(operation.id(), operation.experimentId(), operation.type(), error));
		}
	}

	void conflict(Operation operation, OperationError error) {
		if (end(system(operation), operation, OperationState.CONFLICT, error)) {
			this.events.publishEvent(
					new OperationOutcome.Conflict(operation.id(), operation.experimentId(), operation.type(), error));
		}
	}

	void cancelled(Operation operation, OperationError error) {
		cancelled(system(operation), operation, error);
	}

	void cancelledBy(Actor by, Operation operation) {
		cancelled(by, operation, OperationError.ours("cancelled", Sentences.say("cancelled.by", by.name())));
	}

	private void cancelled(Actor by, Operation operation, OperationError error) {
		if (end(by, operation, OperationState.CANCELLED, error)) {
			this.events.publishEvent(
					new OperationOutcome.Cancelled(operation.id(), operation.experimentId(), operation.type(), error));
		}
	}

	/**
	 * Keeps what must not get lost: something stands in SageMaker that an operation made
	 * which had ended without it.
	 */
	void orphaned(Operation operation, String arn, @Nullable String awsRequestId) {
		logger.error("Operation {} had ended as {}, but SageMaker has created {}: stop or delete it there",
				operation.id(), operation.state().id(), arn);
		this.store.orphan(operation.id(), arn);
		this.events.publishEvent(Trace.of(system(operation), "orphaned", operation,
				Trace.json("state", operation.state().id(), "orphan", arn), null, awsRequestId));
	}

	/**
	 * Keeps what should not happen: a change was accepted after its operation had ended
	 * without it.
	 */
	void acceptedLate(Operation operation, String call, @Nullable String awsRequestId) {
		logger.error("Operation {} had ended as {}, but SageMaker has accepted {} for {}: look at it there",
				operation.id(), operation.state().id(), call, operation.name());
		this.events.publishEvent(Trace.of(system(operation), "accepted-late", operation,
				Trace.json("state", operation.state().id(), "call", call), null, awsRequestId));
	}

	private boolean end(Actor by, Operation operation, OperationState state, OperationError error) {
		Instant now = this.clock.now();
		if (!this.store.end(operation.id(), state, now, null, error)) {
			return false;
		}
		this.events.publishEvent(
				trace(by, state, operation, Trace.json("state", state.id(), "operation", operation.id().toString()),
						"%s: %s".formatted(error.code(), error.message()), error.requestId()));
		// What a copy gives up is not its own to look after.
		if (operation.type() != OperationType.CREATE || error.code().equals(OperationError.COPIED)) {
			return true;
		}
		Settling.lastSent(this.attempts.of(operation.id()))
			.map((sent) -> Duration.between(now, sent.plus(this.properties.settle())))
			.ifPresent((left) -> this.jobs.schedule(secondLook(operation.id()), left));
		return true;
	}

	private static Trace trace(Actor by, OperationState state, Operation operation, String after,
			@Nullable String reason, @Nullable String awsRequestId) {
		return Trace.of(by, state.id(), operation, after, reason, awsRequestId);
	}

	private static Actor system(Operation operation) {
		return Actor.system("delivery", operation.id().toString());
	}

	static TaskInstance<Void> secondLook(UUID id) {
		return new TaskInstance<>("second-look", id.toString());
	}

}
