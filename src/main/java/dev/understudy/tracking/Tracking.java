package dev.understudy.tracking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

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

import dev.understudy.database.DatabaseClock;
import dev.understudy.experiment.Watched;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/**
 * One job for each target, so that exactly one replica asks SageMaker about it. The job
 * carries the number of looks that failed in a row.
 */
@Configuration(proxyBeanMethods = false)
class Tracking {

	private static final TaskDescriptor<Integer> TASK = TaskDescriptor.of("track", Integer.class);

	private static final Logger logger = LoggerFactory.getLogger(Tracking.class);

	private final Lookout lookout;

	private final Targets targets;

	private final Pace pace;

	private final DatabaseClock databaseClock;

	private final Clock clock;

	Tracking(Lookout lookout, Targets targets, TrackingProperties properties, DatabaseClock databaseClock,
			Clock clock) {
		this.lookout = lookout;
		this.targets = targets;
		this.pace = new Pace(properties, Math::random);
		this.databaseClock = databaseClock;
		this.clock = clock;
	}

	/** The job of a target, after anything that somebody waits for. */
	static TaskInstance<Integer> job(String target) {
		return TASK.instance(target).data(0).priority(Priority.LOW).build();
	}

	@Bean
	CustomTask<Integer> trackingTask() {
		return Tasks.custom(TASK)
			.onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(30)))
			.execute((instance, context) -> this.targets.find(instance.getId())
				.map((target) -> look(target, instance.getData()))
				.orElseGet(this::leaveToOthers));
	}

	/** Another replica may know a target that this one does not, or not yet. */
	private CompletionHandler<Integer> leaveToOthers() {
		Instant later = this.pace.afterFailure(1, this.clock.instant());
		return (complete, operations) -> operations.reschedule(complete, later);
	}

	private CompletionHandler<Integer> look(Target target, int failures) {
		try {
			List<Watched> watched = this.lookout.look(target);
			Instant now = this.databaseClock.now();
			// Jobs go by the machine's clock, what is watched by the database's.
			Instant next = this.clock.instant().plus(Duration.between(now, this.pace.afterLook(watched, now)));
			return (complete, operations) -> operations.reschedule(complete, next, 0);
		}
		catch (SageMakerRefusal refusal) {
			logger.warn("Target {} cannot be watched right now, {} time(s) in a row: {}", target.name(), failures + 1,
					refusal.getMessage());
			Instant next = this.pace.afterFailure(failures + 1, this.clock.instant());
			return (complete, operations) -> operations.reschedule(complete, next, failures + 1);
		}
	}

}
