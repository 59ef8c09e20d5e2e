package dev.understudy.tracking;

import java.time.Duration;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.understudy.database.Jobs;
import dev.understudy.experiment.ExperimentEvent;
import dev.understudy.target.Targets;

/**
 * Begins searching, and searches at once where it has just turned out that something else
 * has a name. What was adopted is watched at once.
 */
@Component
class FoundWakes {

	private final Jobs jobs;

	private final Targets targets;

	FoundWakes(Jobs jobs, Targets targets) {
		this.jobs = jobs;
		this.targets = targets;
	}

	@EventListener(ApplicationReadyEvent.class)
	void searchEveryTarget() {
		this.targets.all().forEach((target) -> this.jobs.schedule(FoundJobs.of(target), Duration.ZERO));
	}

	@EventListener(condition = "#event.what().name() == 'CONFLICT'")
	void searchWhereANameIsTaken(ExperimentEvent event) {
		this.targets.find(event.target()).ifPresent((target) -> this.jobs.wake(FoundJobs.of(target)));
	}

	@EventListener(condition = "#event.what().name() == 'ADOPTED'")
	void watchWhatWasAdopted(ExperimentEvent event) {
		this.jobs.wake(Tracking.job(event.target()));
	}

}
