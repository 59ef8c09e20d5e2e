package dev.understudy.experiment;

import java.time.Clock;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.actor.Actor;
import dev.understudy.database.Ids;

/**
 * Takes experiments under management that were made elsewhere. They begin as live, with
 * what SageMaker describes as their first revision.
 */
@Service
@Transactional
public class Adoptions {

	private final ExperimentStore store;

	private final Strays strays;

	private final Sightings sightings;

	private final JdbcClient jdbc;

	private final Ids ids;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	Adoptions(ExperimentStore store, Strays strays, Sightings sightings, JdbcClient jdbc, Ids ids, Clock clock,
			ApplicationEventPublisher events) {
		this.store = store;
		this.strays = strays;
		this.sightings = sightings;
		this.jdbc = jdbc;
		this.ids = ids;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Takes one under management. One whose status is final ends at once.
	 * @param wanted the experiment as SageMaker describes it right now
	 * @param by who takes it, and owns it from now on
	 * @return the id it has here
	 * @throws AlreadyManagedException if it is managed here, or its name is held by one
	 * that is being submitted
	 */
	public UUID adopt(NewAdoption wanted, Actor by) {
		Revision first = Revision.first(this.ids.next(), wanted.draft(), by, this.clock.instant());
		String name = first.draft()
			.name()
			.orElseThrow(() -> new IllegalArgumentException("SageMaker describes nothing without a name"));
		lock(wanted, name);
		this.strays.holder(wanted.target(), name, wanted.sighting().creationTime()).ifPresent((holder) -> {
			throw new AlreadyManagedException(name, holder.experimentId());
		});
		Experiment experiment = new Experiment(first, wanted, Experiments.owner(by));
		this.store.add(experiment, first);
		this.events.publishEvent(experiment.adopted(by, wanted.sighting()));
		this.sightings.sighted(experiment.getId(), wanted.sighting());
		return experiment.getId();
	}

	// Two who adopt the same one meet here: the second waits, and then sees the first.
	private void lock(NewAdoption wanted, String name) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
			.param("what", "adopt %s/%s".formatted(wanted.target().name(), Outline.sortName(name)))
			.query((row, index) -> name)
			.single();
	}

}
