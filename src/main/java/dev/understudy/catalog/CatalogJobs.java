package dev.understudy.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import dev.understudy.database.Jobs;
import dev.understudy.target.Targets;

/**
 * Reads every target in the background, on one replica at a time, so that nobody has to
 * wait for it.
 */
@Configuration(proxyBeanMethods = false)
class CatalogJobs {

	private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("catalog");

	private final Readings readings;

	private final Jobs jobs;

	private final Targets targets;

	private final CatalogProperties properties;

	private final Clock clock;

	CatalogJobs(Readings readings, Jobs jobs, Targets targets, CatalogProperties properties, Clock clock) {
		this.readings = readings;
		this.jobs = jobs;
		this.targets = targets;
		this.properties = properties;
		this.clock = clock;
	}

	@EventListener(ApplicationReadyEvent.class)
	void readEveryTarget() {
		this.targets.all()
			.forEach((target) -> this.jobs.schedule(TASK.instance(target.name()).priority(Priority.LOW).build(),
					Duration.ZERO));
	}

	@Bean
	CustomTask<Void> catalogTask() {
		return Tasks.custom(TASK)
			.onFailure(new FailureHandler.OnFailureRetryLater<>(this.properties.every()))
			.execute((instance, context) -> {
				this.targets.find(instance.getId())
					.ifPresent((target) -> this.readings.read(target, this.properties.every()));
				return again();
			});
	}

	private CompletionHandler<Void> again() {
		long pause = this.properties.every().toMillis();
		// By up to a fifth more or less, so that targets and installations spread out.
		Instant next = this.clock.instant()
			.plusMillis(Math.round(pause * (0.8 + 0.4 * RandomGenerator.getDefault().nextDouble())));
		return (complete, operations) -> operations.reschedule(complete, next);
	}

}
