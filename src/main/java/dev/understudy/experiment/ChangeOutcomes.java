package dev.understudy.experiment;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.actor.Actor;
import dev.understudy.database.DatabaseClock;
import dev.understudy.definition.Draft;
import dev.understudy.delivery.Operation;
import dev.understudy.delivery.OperationError;
import dev.understudy.delivery.OperationOutcome;
import dev.understudy.delivery.OperationType;
import dev.understudy.delivery.OperationView;
import dev.understudy.delivery.Operations;
import dev.understudy.experiment.ExperimentEvent.What;

/**
 * Hears how changes of what SageMaker has ended, within the transaction that ends the
 * operation. What failed changes nothing, unless it was because there is nothing left to
 * change.
 */
@Component
class ChangeOutcomes {

	private final ExperimentStore store;

	private final Operations operations;

	private final DatabaseClock clock;

	private final ApplicationEventPublisher events;

	ChangeOutcomes(ExperimentStore store, Operations operations, DatabaseClock clock,
			ApplicationEventPublisher events) {
		this.store = store;
		this.operations = operations;
		this.clock = clock;
		this.events = events;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(OperationOutcome outcome) {
		if (outcome.type() == OperationType.CREATE) {
			return;
		}
		Experiment experiment = this.store.lock(outcome.experimentId());
		Actor delivery = Actor.system("delivery", outcome.operationId().toString());
		Instant now = this.clock.now();
		// Whoever has asked for something else since knows already.
		if (experiment.settle(outcome.operationId(), now) && isFailure(outcome)) {
			Operation failed = this.operations.get(outcome.operationId()).operation();
			experiment.fail(new FailedChange(failed.id(), failed.type(), failed.askedBy()));
		}
		switch (outcome) {
			case OperationOutcome.Confirmed it -> confirmed(experiment,
					this.operations.get(it.operationId()).operation(), it.awsRequestId(), delivery, now);
			case OperationOutcome.Rejected it when it.error().code().equals(OperationError.GONE) ->
				gone(experiment, delivery, now);
			case OperationOutcome.Rejected it -> failed(experiment, it.operationId(), it.error(), delivery, now);
			case OperationOutcome.Cancelled it -> failed(experiment, it.operationId(), it.error(), delivery, now);
			case OperationOutcome.Conflict it -> failed(experiment, it.operationId(), it.error(), delivery, now);
		}
	}

	/** What somebody called off is none, nor what has nothing left to change. */
	private static boolean isFailure(OperationOutcome outcome) {
		return switch (outcome) {
			case OperationOutcome.Rejected it -> !it.error().code().equals(OperationError.GONE);
			case OperationOutcome.Conflict it -> true;
			case OperationOutcome.Confirmed it -> false;
			case OperationOutcome.Cancelled it -> false;
		};
	}

	// What kept a change from being made may be news: tags are told here, because nobody
	// reads them otherwise; anything else is looked at at once.
	private void failed(Experiment experiment, UUID operation, OperationError error, Actor by, Instant now) {
		OperationView view = this.operations.get(operation);
		if (view.operation().type() != OperationType.TAG) {
			this.events.publishEvent(new Doubted(experiment.getId(), experiment.getTarget()));
			return;
		}
		Revision latest = this.store.latest(experiment);
		TagPlan found = TagPlan.found(latest.draft(), view, error);
		if (!found.changes().isEmpty()) {
			become(experiment, What.RETAGGED, latest, latest.next(found.after(), by.name(), now),
					JsonNodeFactory.instance.objectNode(), by, null);
		}
	}

	private void confirmed(Experiment experiment, Operation operation, @Nullable String awsRequestId, Actor by,
			Instant now) {
		switch (operation.type()) {
			case CREATE -> throw new IllegalArgumentException("A Create changes nothing that stands there");
			case START -> this.events.publishEvent(experiment.started(by, awsRequestId));
			case STOP -> this.events.publishEvent(experiment.stopped(Stopped.by(operation), by, awsRequestId));
			case UPDATE -> updated(experiment, operation, awsRequestId, by, now);
			case TAG -> tagged(experiment, operation, awsRequestId, by, now);
			case DELETE -> deleted(experiment, awsRequestId, by, now);
		}
	}

	private void updated(Experiment experiment, Operation operation, @Nullable String awsRequestId, Actor by,
			Instant now) {
		ObjectNode asked = JsonMapper.shared().readTree(operation.payload()).withObject("/asked");
		Revision latest = this.store.latest(experiment);
		Draft draft = with(latest.draft(), asked);
		become(experiment, What.UPDATED, latest, latest.next(draft, operation.askedBy(), now), asked, by, awsRequestId);
	}

	private void tagged(Experiment experiment, Operation operation, @Nullable String awsRequestId, Actor by,
			Instant now) {
		Revision latest = this.store.latest(experiment);
		Draft draft = TagPlan.of(latest.draft(), operation.payload()).after();
		become(experiment, What.TAGGED, latest, latest.next(draft, operation.askedBy(), now),
				JsonNodeFactory.instance.objectNode(), by, awsRequestId);
	}

	private void become(Experiment experiment, What what, Revision latest, Revision next, JsonNode made, Actor by,
			@Nullable String awsRequestId) {
		this.store.add(next);
		this.events.publishEvent(experiment.become(what, latest, next, made, by, awsRequestId));
	}

	private void deleted(Experiment experiment, @Nullable String awsRequestId, Actor by, Instant now) {
		if (experiment.isThere()) {
			this.events.publishEvent(experiment.deleted(by, now, awsRequestId));
			this.operations.nameFreed(experiment.getId());
		}
	}

	private void gone(Experiment experiment, Actor by, Instant now) {
		if (experiment.isThere()) {
			this.events.publishEvent(experiment.gone(by, now));
			this.operations.nameFreed(experiment.getId());
		}
	}

	/** A definition with the members that were asked for; of the schedule, the times. */
	private static Draft with(Draft draft, ObjectNode asked) {
		ObjectNode document = draft.document();
		asked.forEachEntry((member, value) -> {
			if (value instanceof ObjectNode times && member.equals("Schedule")
					&& document.path(member) instanceof ObjectNode schedule) {
				schedule.setAll(times);
			}
			else {
				document.set(member, value);
			}
		});
		return Draft.of(document);
	}

}
