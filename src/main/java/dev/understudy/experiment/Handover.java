package dev.understudy.experiment;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.actor.Actor;
import dev.understudy.database.DatabaseClock;
import dev.understudy.delivery.NewOperation;
import dev.understudy.delivery.NewOperation.About;
import dev.understudy.delivery.Operations;
import dev.understudy.delivery.Subject;
import dev.understudy.experiment.ExperimentEvent.What;
import dev.understudy.target.Targets;

/**
 * Gives changes of what SageMaker has to delivery. The operation, the note that it is on
 * its way and the audit entries are written in one transaction: all of them or none.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Handover {

	private final Operations operations;

	private final Targets targets;

	private final DatabaseClock clock;

	private final ApplicationEventPublisher events;

	Handover(Operations operations, Targets targets, DatabaseClock clock, ApplicationEventPublisher events) {
		this.operations = operations;
		this.targets = targets;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Makes ready for a change that overtakes what is on its way. Comes before the lock
	 * of the experiment.
	 * @return the operation that may be overtaken
	 */
	Optional<UUID> overtake(UUID experimentId) {
		return this.operations.hold(experimentId);
	}

	/**
	 * Hands a change over.
	 * @param change what to ask delivery for
	 * @param what how the history calls it
	 * @param changes what is to change; null where the name of it says all
	 * @return the id of the operation
	 */
	UUID hand(Experiment experiment, Function<About, NewOperation> change, What what, @Nullable Changes changes,
			@Nullable String reason, Actor by) {
		Instant now = this.clock.now();
		NewOperation asked = change.apply(about(experiment));
		UUID operation = this.operations.ask(asked, by).id();
		experiment.pend(operation, asked.type(), now);
		this.events.publishEvent(experiment.event(what, by, (changes != null) ? changes.before() : null,
				(changes != null) ? changes.after() : null, reason, null));
		return operation;
	}

	private About about(Experiment experiment) {
		String arn = Objects.requireNonNull(experiment.getArn(), "SageMaker has it");
		String name = Objects.requireNonNull(experiment.getName(), "SageMaker has it");
		Subject subject = new Subject(arn, experiment.madeAt(), ownerTag(experiment));
		return new About(experiment.getId(), this.targets.get(experiment.getTarget()), name, subject);
	}

	private @Nullable String ownerTag(Experiment experiment) {
		UUID create = experiment.getOperationId();
		return (create != null) ? this.operations.get(create).operation().ownerTag() : experiment.getOwnerTag();
	}

}
