package dev.understudy.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.TaskInstance;

/**
 * Keeps half of the threads free of jobs that nobody waits for, however many of them are
 * due and however long they take. Going first in the queue is not enough: a job that is
 * running does not make room.
 */
class Courtesy implements ExecutionInterceptor {

	private static final Duration LATER = Duration.ofSeconds(1);

	private final Semaphore room;

	private final Clock clock;

	Courtesy(int threads, Clock clock) {
		this.room = new Semaphore(Math.max(1, threads / 2));
		this.clock = clock;
	}

	@Override
	public CompletionHandler<?> execute(TaskInstance<?> task, ExecutionContext context, ExecutionChain chain) {
		if (task.getPriority() >= Priority.MEDIUM) {
			return chain.proceed(task, context);
		}
		if (!this.room.tryAcquire()) {
			Instant later = this.clock.instant().plus(LATER);
			return (complete, operations) -> operations.reschedule(complete, later);
		}
		try {
			return chain.proceed(task, context);
		}
		finally {
			this.room.release();
		}
	}

}
