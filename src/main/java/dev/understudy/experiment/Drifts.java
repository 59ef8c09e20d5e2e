package dev.understudy.experiment;

import java.time.Clock;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.actor.Actor;
import dev.understudy.definition.Change;
import dev.understudy.definition.Draft;

/**
 * Lets people take note of what somebody changed in SageMaker, and not through us.
 */
@Service
@Transactional
public class Drifts {

	private final ExperimentStore store;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	Drifts(ExperimentStore store, Clock clock, ApplicationEventPublisher events) {
		this.store = store;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Takes what SageMaker says for what the experiment is. Makes a revision that says
	 * so; nothing is sent to SageMaker.
	 * @param id the experiment
	 * @param version the version of the experiment whose drift was looked at; null for
	 * the latest
	 * @param by who takes note
	 * @throws UnknownExperimentException if there is no such experiment
	 * @throws StaleExperimentException if it has changed since it was looked at
	 * @throws IllegalPhaseException if nothing was changed, or somebody has taken note
	 */
	public void accept(UUID id, @Nullable Long version, Actor by) {
		Experiment experiment = this.store.lock(id);
		if (version != null && version != experiment.getVersion()) {
			throw new StaleExperimentException(version, experiment.getVersion());
		}
		Revision next = this.store.latest(experiment).next(drifted(experiment), by, this.clock.instant());
		this.events.publishEvent(experiment.acceptDrift(next, by));
		this.store.add(next);
	}

	/** The latest revision with the members that drifted as SageMaker has them. */
	private Draft drifted(Experiment experiment) {
		ObjectNode document = this.store.latest(experiment).draft().document();
		Sighting seen = experiment.getSighting();
		if (seen != null && seen.definition() != null) {
			ObjectNode now = Known.read(seen.definition());
			experiment.getDrift()
				.stream()
				.map(Change::pointer)
				.map(Drift::member)
				.distinct()
				.forEach((member) -> Known.set(document, member, now.path(member)));
		}
		return Draft.of(document);
	}

}
