package dev.understudy.experiment;

import java.time.Clock;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.actor.Actor;

/**
 * Lets people take note of changes that came to nothing.
 */
@Service
@Transactional
public class FailedChanges {

	private final ExperimentStore store;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	FailedChanges(ExperimentStore store, Clock clock, ApplicationEventPublisher events) {
		this.store = store;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Takes note, so that it asks for nobody's attention any more.
	 * @param id the experiment
	 * @param operationId the operation that came to nothing
	 * @param by who takes note
	 * @throws UnknownExperimentException if there is no such experiment
	 * @throws IllegalPhaseException if it is not the last one that came to nothing, or
	 * somebody has taken note of it
	 */
	public void note(UUID id, UUID operationId, Actor by) {
		Experiment experiment = this.store.lock(id);
		this.events.publishEvent(experiment.noteFailure(operationId, by, this.clock.instant()));
	}

}
