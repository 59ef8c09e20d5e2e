package dev.understudy.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The background work of delivery.
 */
@Configuration(proxyBeanMethods = false)
class DeliveryJobs {

	private final Clock clock;

	private final DeliveryProperties properties;

	DeliveryJobs(Clock clock, DeliveryProperties properties) {
		this.clock = clock;
		this.properties = properties;
	}

	@Bean
	Task<Void> deliverTask(Delivery delivery) {
		return task(Operations.JOB, delivery::deliver);
	}

	@Bean
	Task<Void> secondLookTask(SecondLook secondLook) {
		return task("second-look", secondLook::look);
	}

	@Bean
	RecurringTask<Void> deliverySweep(Sweep sweep) {
		return Tasks.recurring("delivery-sweep", FixedDelay.of(this.properties.sweep()))
			.execute((instance, context) -> sweep.run());
	}

	@Bean
	static Ticker ticker() {
		return System::nanoTime;
	}

	// Comes back for as long as the work says so, and after a failure: it ends only with
	// its row.
	private Task<Void> task(String name, Function<UUID, Optional<Duration>> work) {
		return Tasks.custom(name, Void.class)
			.onFailure((complete, operations) -> operations.reschedule(complete,
					this.clock.instant().plus(this.properties.longestWait())))
			.onDeadExecutionRevive()
			.execute((instance, context) -> work.apply(UUID.fromString(instance.getId()))
				.<CompletionHandler<Void>>map((delay) -> (complete, operations) -> operations.reschedule(complete,
						this.clock.instant().plus(delay)))
				.orElseGet(CompletionHandler.OnCompleteRemove::new));
	}

}
