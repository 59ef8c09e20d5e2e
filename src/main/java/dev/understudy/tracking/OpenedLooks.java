package dev.understudy.tracking;

import java.time.Duration;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.understudy.database.DatabaseClock;
import dev.understudy.database.Jobs;
import dev.understudy.experiment.Opened;
import dev.understudy.experiment.Sightings;
import dev.understudy.experiment.Watched;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/**
 * Looks at what somebody has open, unless it was looked at just before. A look that comes
 * to nothing is not made again: whoever still has it open asks anew.
 */
@Configuration(proxyBeanMethods = false)
class OpenedLooks {

	private static final TaskDescriptor<String> TASK = TaskDescriptor.of("look", String.class);

	/** After what somebody submitted, before what nobody looks at. */
	private static final int PRIORITY = (Priority.MEDIUM + Priority.LOW) / 2;

	private static final Logger logger = LoggerFactory.getLogger(OpenedLooks.class);

	private final CloserLook closer;

	private final Looks looks;

	private final Sightings sightings;

	private final Targets targets;

	private final Jobs jobs;

	private final DatabaseClock clock;

	private final Duration age;

	OpenedLooks(CloserLook closer, Looks looks, Sightings sightings, Targets targets, Jobs jobs, DatabaseClock clock,
			TrackingProperties properties) {
		this.closer = closer;
		this.looks = looks;
		this.sightings = sightings;
		this.targets = targets;
		this.jobs = jobs;
		this.clock = clock;
		this.age = properties.opened();
	}

	static TaskInstance<String> job(Opened opened) {
		return TASK.instance(opened.experimentId().toString()).data(opened.target()).priority(PRIORITY).build();
	}

	@Bean
	CustomTask<String> openedLookTask() {
		return Tasks.custom(TASK)
			.onFailure((complete, operations) -> operations.stop())
			.execute((instance, context) -> {
				this.targets.find(instance.getData())
					.ifPresent((target) -> look(target, UUID.fromString(instance.getId())));
				return new CompletionHandler.OnCompleteRemove<>();
			});
	}

	void look(Target target, UUID id) {
		if (!this.looks.isFresh(id, this.clock.now(), this.age)) {
			this.sightings.watched(id).ifPresent((one) -> look(target, one));
		}
	}

	private void look(Target target, Watched one) {
		try {
			if (this.closer.look(target, one)) {
				this.jobs.wake(Tracking.job(target.name()));
			}
		}
		catch (SageMakerRefusal refusal) {
			logger.warn("Experiment {} ({}) is open, but SageMaker does not answer: {}", one.id(), one.name(),
					refusal.getMessage());
		}
	}

}
