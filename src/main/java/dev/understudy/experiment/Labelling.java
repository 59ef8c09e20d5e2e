package dev.understudy.experiment;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.actor.Actor;

/**
 * Labels experiments, in any phase. Each method is one transaction with its audit entry;
 * what changes nothing makes none. All of them throw {@link UnknownExperimentException}
 * if there is no such experiment and {@link LabelRefusedException} if a label cannot be
 * taken, and answer with all labels there are then.
 */
@Service
@Transactional
public class Labelling {

	private final ExperimentStore store;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	Labelling(ExperimentStore store, Clock clock, ApplicationEventPublisher events) {
		this.store = store;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Replaces all labels.
	 * @param id the experiment
	 * @param labels the labels it is to have
	 * @param by who labels it
	 * @return the labels
	 */
	public List<String> set(UUID id, Collection<String> labels, Actor by) {
		return change(id, (old) -> Labels.of(labels), by);
	}

	/**
	 * Adds labels.
	 * @param id the experiment
	 * @param more labels it may have already
	 * @param by who labels it
	 * @return the labels
	 */
	public List<String> add(UUID id, Collection<String> more, Actor by) {
		return change(id, (old) -> old.with(more), by);
	}

	/**
	 * Takes a label away, in any case.
	 * @param id the experiment
	 * @param label one that may be gone already
	 * @param by who takes it
	 * @return the labels
	 */
	public List<String> remove(UUID id, String label, Actor by) {
		return change(id, (old) -> old.without(label), by);
	}

	private List<String> change(UUID id, UnaryOperator<Labels> change, Actor by) {
		Experiment experiment = this.store.lock(id);
		Labels next = change.apply(experiment.getLabels());
		if (!next.equals(experiment.getLabels())) {
			this.events.publishEvent(experiment.label(next, by, this.clock.instant()));
		}
		return next.labels();
	}

}
