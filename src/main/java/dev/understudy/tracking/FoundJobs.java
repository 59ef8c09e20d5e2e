package dev.understudy.tracking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/**
 * One search for each target every now and then, on one replica at a time. The job
 * carries the number of searches that failed in a row.
 */
@Configuration(proxyBeanMethods = false)
class FoundJobs {

	private static final TaskDescriptor<Integer> TASK = TaskDescriptor.of("find", Integer.class);

	private static final Logger logger = LoggerFactory.getLogger(FoundJobs.class);

	/** The pause before what is left over, and before trying again. */
	private static final Duration SOON = Duration.ofSeconds(30);

	private final FoundSweep sweep;

	private final Targets targets;

	private final SweepProperties properties;

	private final Clock clock;

	FoundJobs(FoundSweep sweep, Targets targets, SweepProperties properties, Clock clock) {
		this.sweep = sweep;
		this.targets = targets;
		this.properties = properties;
		this.clock = clock;
	}

	/** The job of a target, after anything that somebody waits for. */
	static TaskInstance<Integer> of(Target target) {
		return TASK.instance(target.name()).data(0).priority(Priority.LOW).build();
	}

	@Bean
	CustomTask<Integer> findTask() {
		return Tasks.custom(TASK)
			.onFailure(new FailureHandler.OnFailureRetryLater<>(SOON))
			.execute((instance, context) -> this.targets.find(instance.getId())
				.map((target) -> sweep(target, instance.getData()))
				.orElseGet(() -> again(this.properties.sweep(), 0)));
	}

	private CompletionHandler<Integer> sweep(Target target, int failures) {
		try {
			return again(this.sweep.sweep(target) ? spread(this.properties.sweep()) : SOON, 0);
		}
		catch (SageMakerRefusal refusal) {
			logger.warn("Target {} cannot be searched right now, {} time(s) in a row: {}", target.name(), failures + 1,
					refusal.getMessage());
			Duration pause = SOON.multipliedBy(1L << Math.min(failures, 10));
			return again((pause.compareTo(this.properties.sweep()) < 0) ? pause : this.properties.sweep(),
					failures + 1);
		}
	}

	private CompletionHandler<Integer> again(Duration pause, int failures) {
		Instant next = this.clock.instant().plus(pause);
		return (complete, operations) -> operations.reschedule(complete, next, failures);
	}

	/** By up to a fifth more or less, so that targets and installations spread out. */
	private static Duration spread(Duration pause) {
		return Duration
			.ofMillis(Math.round(pause.toMillis() * (0.8 + 0.4 * RandomGenerator.getDefault().nextDouble())));
	}

}
