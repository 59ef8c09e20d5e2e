package dev.understudy.reliability;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.awaitility.Awaitility;
import org.springframework.context.ApplicationContext;

import dev.understudy.Patience;
import dev.understudy.delivery.Operation;
import dev.understudy.experiment.Experiment;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.Phase;

/**
 * Lets something happen to a live experiment while polls go wrong, and waits until the
 * application says what is true.
 */
final class Polls {

	private final Experiments experiments;

	private final Injection injection;

	private final Harm harm;

	private final Plan plan;

	private final Outsider outsider;

	private final Scenario scenario;

	Polls(ApplicationContext context, Harm harm, Plan plan, Outsider outsider, Scenario scenario) {
		this.experiments = context.getBean(Experiments.class);
		this.injection = context.getBean(Injection.class);
		this.harm = harm;
		this.plan = plan;
		this.outsider = outsider;
		this.scenario = scenario;
	}

	/** The operation that made the experiment; what was seen of it is as it should be. */
	Operation run(Cell cell) {
		Operation created = this.scenario.create(cell.name());
		UUID id = created.experimentId();
		await(() -> "Created".equals(status(id)));
		switch (cell.fault()) {
			case DELETED_OUTSIDE -> {
				this.outsider.delete(cell.name());
				await(() -> experiment(id).getPhase() == Phase.ENDED);
			}
			case FOREIGN_OF_THE_SAME_NAME -> {
				this.outsider.delete(cell.name());
				this.outsider.create(created.payload());
				await(() -> experiment(id).getPhase() == Phase.ENDED);
			}
			default -> goWrong(cell, id);
		}
		return created;
	}

	private void goWrong(Cell cell, UUID id) {
		// What a list shows to have changed is described, and only that may be stale.
		boolean described = cell.fault() == Fault.STALE_DESCRIBE;
		String call = Objects.requireNonNull(described ? FaultPoint.OBSERVE.call() : FaultPoint.POLL.call());
		String name = described ? cell.name() : "";
		List<Trouble> troubles = cell.fault().troubles();
		if (troubles.isEmpty()) {
			this.injection.arm(cell.point(), this.harm.of(cell.fault(), id));
		}
		else {
			this.plan.add(call, name, troubles);
		}
		this.outsider.start(cell.name());
		try {
			await(() -> troubles.isEmpty() ? !this.injection.isArmed(cell.point()) : this.plan.isOver(call, name));
			// A poll that broke is made again after a while, or when there is news.
			await(() -> experiment(id).getPhase() == Phase.LIVE);
			this.scenario.create(cell.name() + "-news");
			await(() -> "Running".equals(status(id)));
		}
		finally {
			await(() -> this.outsider.describe(cell.name()).path("Status").asString().equals("Running"));
			this.outsider.stop(cell.name());
		}
		await(() -> experiment(id).getPhase() == Phase.ENDED);
	}

	private Experiment experiment(UUID id) {
		return this.experiments.get(id).experiment();
	}

	private String status(UUID id) {
		return Objects.requireNonNull(experiment(id).getSighting()).status();
	}

	private static void await(Callable<Boolean> state) {
		Awaitility.await().atMost(Patience.LONG).pollInterval(Duration.ofMillis(50)).ignoreExceptions().until(state);
	}

}
