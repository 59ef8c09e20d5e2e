package dev.understudy.cost;

import java.time.Clock;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import dev.understudy.definition.Draft;
import dev.understudy.experiment.Experiment;
import dev.understudy.experiment.ExperimentView;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.Phase;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/**
 * Says what shadow tests cost, before they run and while they do. May ask SageMaker how
 * production stands now.
 */
@Service
public class Costs {

	private final Prices prices;

	private final Production production;

	private final Experiments experiments;

	private final Targets targets;

	private final Clock clock;

	Costs(Prices prices, Production production, Experiments experiments, Targets targets, Clock clock) {
		this.prices = prices;
		this.production = production;
		this.experiments = experiments;
		this.targets = targets;
		this.clock = clock;
	}

	/**
	 * What a test as drafted would cost.
	 * @param draft the definition, complete or not
	 * @param target where it would run
	 * @return the quote, which says what is unknown
	 */
	public Quote quote(Draft draft, Target target) {
		return new Quote(estimate(draft, target), target.region(), this.production.resized(draft, target).orElse(null));
	}

	/**
	 * The same by the target's name.
	 * @param draft the definition, complete or not
	 * @param target name of the target it is for; null for the standard one
	 * @return the quote
	 * @throws dev.understudy.target.UnknownTargetException if there is no such target
	 */
	public Quote quote(Draft draft, @Nullable String target) {
		return quote(draft, (target != null) ? this.targets.get(target) : this.targets.standard());
	}

	/**
	 * What an experiment costs and has cost.
	 * @param id the experiment
	 * @return the bill; where its target is gone, without a price
	 * @throws dev.understudy.experiment.UnknownExperimentException if there is no such
	 * experiment
	 */
	public Bill bill(UUID id) {
		ExperimentView view = this.experiments.get(id);
		Experiment experiment = view.experiment();
		Draft draft = view.revision().draft();
		Target target = this.targets.find(experiment.getTarget()).orElse(null);
		Resizing resizing = (target != null && experiment.getPhase() == Phase.DRAFT)
				? this.production.resized(draft, target).orElse(null) : null;
		return Bill.of(experiment, estimate(draft, target), resizing, this.clock.instant());
	}

	private Estimate estimate(Draft draft, @Nullable Target target) {
		String type = Hosting.ofShadow(draft).instanceType();
		Price price = (type != null && target != null) ? this.prices.find(target.region(), type).orElse(null) : null;
		return Estimate.of(draft, price, this.clock.instant());
	}

}
