package dev.understudy.experiment;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.actor.Actor;
import dev.understudy.database.DatabaseClock;
import dev.understudy.definition.Finding;
import dev.understudy.delivery.OperationError;
import dev.understudy.delivery.OperationOutcome;
import dev.understudy.delivery.OperationType;

/**
 * Hears how Create operations ended and moves the experiment on, within the transaction
 * that ends the operation.
 */
@Component
class CreateOutcomes {

	/** What the very same request will be answered again, whatever else changes. */
	private static final Pattern ILL_FORMED = Pattern.compile("\\d+ validation errors? detected");

	private final ExperimentStore store;

	private final DatabaseClock clock;

	private final ApplicationEventPublisher events;

	CreateOutcomes(ExperimentStore store, DatabaseClock clock, ApplicationEventPublisher events) {
		this.store = store;
		this.clock = clock;
		this.events = events;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(OperationOutcome outcome) {
		if (outcome.type() != OperationType.CREATE) {
			return;
		}
		Experiment experiment = this.store.lock(outcome.experimentId());
		if (outcome.operationId().equals(experiment.getOperationId())) {
			this.events.publishEvent(move(experiment, outcome));
		}
	}

	private ExperimentEvent move(Experiment experiment, OperationOutcome outcome) {
		Actor delivery = Actor.system("delivery", outcome.operationId().toString());
		Instant now = this.clock.now();
		return switch (outcome) {
			case OperationOutcome.Confirmed confirmed ->
				experiment.live(confirmed.arn(), confirmed.madeAt(), delivery, now, confirmed.awsRequestId());
			case OperationOutcome.Rejected it ->
				experiment.setBack(setback(Setback.Kind.REJECTED, outcome, it.error(), now), delivery, now);
			case OperationOutcome.Cancelled it ->
				experiment.setBack(setback(Setback.Kind.CANCELLED, outcome, it.error(), now), delivery, now);
			case OperationOutcome.Conflict it ->
				experiment.setBack(setback(Setback.Kind.CONFLICT, outcome, it.error(), now), delivery, now);
		};
	}

	private static Setback setback(Setback.Kind kind, OperationOutcome outcome, OperationError error, Instant now) {
		return new Setback(kind, outcome.operationId(), error.code(), error.message(), List.of(finding(kind, error)),
				error.requestId(), now);
	}

	/**
	 * The reason as a finding. It forbids to submit the same revision again only where
	 * SageMaker would answer the same again; anything else may have been put right in
	 * AWS.
	 */
	private static Finding finding(Setback.Kind kind, OperationError error) {
		String pointer = (error.pointer() != null) ? error.pointer() : "";
		return switch (kind) {
			case CANCELLED ->
				Finding.warning("", "submission.cancelled", error.message(), "Submit it again whenever you like.");
			case CONFLICT -> Finding.error("/Name", "name.taken", error.message(),
					"Give the experiment another name; that makes it a draft again.");
			case REJECTED -> ILL_FORMED.matcher(error.message()).find()
					? Finding.error(pointer, "submission.rejected", error.message(), "Change it and submit again.")
					: Finding.warning(pointer, "submission.rejected", error.message(),
							"Change it, or put right in AWS what it speaks of, and submit again.");
		};
	}

}
