package dev.understudy.tracking;

import java.time.Clock;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.understudy.database.Jobs;
import dev.understudy.experiment.Doubted;
import dev.understudy.experiment.ExperimentEvent;
import dev.understudy.target.Targets;

/**
 * Makes sure that every target is watched, and looks at once where we have just changed
 * something.
 */
@Component
class TrackingStart {

	private final Jobs jobs;

	private final Targets targets;

	private final Clock clock;

	TrackingStart(Jobs jobs, Targets targets, Clock clock) {
		this.jobs = jobs;
		this.targets = targets;
		this.clock = clock;
	}

	@EventListener(ApplicationReadyEvent.class)
	void watchEveryTarget() {
		this.targets.all().forEach((target) -> this.jobs.hasten(Tracking.job(target.name()), this.clock.instant()));
	}

	@EventListener(condition = "#event.what().isWorthALook()")
	void lookAtWhatWeChanged(ExperimentEvent event) {
		this.jobs.wake(Tracking.job(event.target()));
	}

	@EventListener
	void lookAtWhatWeCouldNotChange(Doubted doubted) {
		this.jobs.wake(Tracking.job(doubted.target()));
	}

}
