package dev.understudy.database;

import java.time.Instant;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Asks for background work. What is asked for within a transaction commits with it and is
 * then picked up by any replica, at once by this one.
 */
@Component
public class Jobs {

	private final SchedulerClient client;

	private final ApplicationEventPublisher events;

	Jobs(SchedulerClient client, ApplicationEventPublisher events) {
		this.client = client;
		this.events = events;
	}

	/**
	 * Schedules a task unless it is scheduled already.
	 * @param task the task with its own id
	 * @param at when to run it at the earliest
	 * @return false if the same task stood there already
	 */
	public boolean schedule(TaskInstance<?> task, Instant at) {
		boolean scheduled = this.client.scheduleIfNotExists(task, at);
		this.events.publishEvent(new JobAsked());
		return scheduled;
	}

	/**
	 * Makes sure a task runs no later than the given time, whether it is scheduled
	 * already or not. A task that is being worked on right now is left alone.
	 * @param task the task with its own id
	 * @param at when to run it
	 */
	public void hasten(TaskInstance<?> task, Instant at) {
		if (!this.client.scheduleIfNotExists(task, at)) {
			this.client.getScheduledExecution(task)
				.filter((planned) -> !planned.isPicked() && planned.getExecutionTime().isAfter(at))
				.ifPresent((planned) -> this.client.reschedule(task, at));
		}
		this.events.publishEvent(new JobAsked());
	}

	/** Published when work was asked for; heard after the commit. */
	record JobAsked() {
	}

}
