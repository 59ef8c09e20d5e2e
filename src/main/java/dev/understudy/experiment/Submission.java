package dev.understudy.experiment;

import java.time.Instant;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.actor.Actor;
import dev.understudy.database.DatabaseClock;
import dev.understudy.definition.Definition;
import dev.understudy.definition.Finding;
import dev.understudy.definition.Verdict;
import dev.understudy.delivery.NewOperation;
import dev.understudy.delivery.Operations;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/**
 * Gives a definition to delivery, if it is fit for that. The experiment's new phase, the
 * operation and the audit entries are written in one transaction: all of them or none.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Submission {

	private final Inspection inspection;

	private final Binding binding;

	private final Operations operations;

	private final Targets targets;

	private final DatabaseClock clock;

	private final ApplicationEventPublisher events;

	Submission(Inspection inspection, Binding binding, Operations operations, Targets targets, DatabaseClock clock,
			ApplicationEventPublisher events) {
		this.inspection = inspection;
		this.binding = binding;
		this.operations = operations;
		this.targets = targets;
		this.clock = clock;
		this.events = events;
	}

	UUID submit(Experiment experiment, Revision revision, Actor by) {
		Setback setback = experiment.getSetback();
		if (setback != null && setback.findings().stream().anyMatch(Finding::forbids)) {
			throw new DefinitionRefusedException(setback.findings());
		}
		Target target = this.targets.get(experiment.getTarget());
		Bond bond = this.binding.hold(experiment);
		Instant now = this.clock.now();
		return switch (this.inspection.verdict(revision.draft(), target, bond, now)) {
			case Verdict.Refused refused -> throw new DefinitionRefusedException(refused.findings());
			case Verdict.Ready ready -> hand(experiment, ready.definition(), target, by, now);
		};
	}

	private UUID hand(Experiment experiment, Definition definition, Target target, Actor by, Instant now) {
		UUID operation = this.operations.ask(NewOperation.create(experiment.getId(), target, definition), by).id();
		this.events.publishEvent(experiment.submit(operation, by, now));
		return operation;
	}

}
