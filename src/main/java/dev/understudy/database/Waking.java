package dev.understudy.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Brings tasks that have news forward, as soon as nobody is working on them.
 */
@Configuration(proxyBeanMethods = false)
class Waking {

	private static final Duration UNTIL_IT_IS_FREE = Duration.ofSeconds(1);

	@Bean
	CustomTask<Wake> wakeTask(Jobs jobs, Clock clock) {
		return Tasks.custom(Wake.TASK)
			.onFailure(new FailureHandler.OnFailureRetryLater<>(UNTIL_IT_IS_FREE))
			.execute((instance, context) -> {
				Instant now = clock.instant();
				boolean woken = jobs.hasten(instance.getData().toTask(), now);
				return woken ? new CompletionHandler.OnCompleteRemove<>()
						: (complete, operations) -> operations.reschedule(complete, now.plus(UNTIL_IT_IS_FREE));
			});
	}

}
