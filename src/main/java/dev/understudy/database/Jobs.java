package dev.understudy.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks for background work. What is asked for within a transaction commits with it and is
 * then picked up by any replica, at once by this one.
 */
@Component
public class Jobs {

	private final SchedulerClient client;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Ids ids;

	private final Clock clock;

	Jobs(SchedulerClient client, JdbcClient jdbc, ApplicationEventPublisher events, Ids ids, Clock clock) {
		this.client = client;
		this.jdbc = jdbc;
		this.events = events;
		this.ids = ids;
		this.clock = clock;
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
	 * Schedules a task unless it is scheduled already, counting from now by this
	 * machine's clock: the one by which it is picked up, whatever the database's says.
	 * @param task the task with its own id
	 * @param delay how much later to run it at the earliest
	 * @return false if the same task stood there already
	 */
	public boolean schedule(TaskInstance<?> task, Duration delay) {
		return schedule(task, this.clock.instant().plus(delay));
	}

	/**
	 * Makes sure a task runs no later than the given time, whether it is scheduled
	 * already or not.
	 * @param task the task with its own id
	 * @param at when to run it
	 * @return false if it is being worked on right now, so that nothing could be changed
	 */
	public boolean hasten(TaskInstance<?> task, Instant at) {
		boolean done = this.client.scheduleIfNotExists(task, at) || bringForward(task, at) || isDue(task, at);
		this.events.publishEvent(new JobAsked());
		return done;
	}

	/**
	 * Makes sure a task starts after the caller's transaction has committed. A run under
	 * way may have read what the transaction changes before it did, so it does not count:
	 * the task runs again as soon as it is free.
	 * @param task the task with its own id and, for the case that it is not scheduled,
	 * its data
	 */
	public void wake(TaskInstance<?> task) {
		schedule(Wake.of(this.ids.next(), task), Duration.ZERO);
	}

	// Not by the client: it fails the caller's transaction when somebody picks the task
	// at
	// the same moment.
	private boolean bringForward(TaskInstance<?> task, Instant at) {
		return this.jdbc.sql("""
				update scheduled_tasks set execution_time = :at, priority = :priority
				where task_name = :name and task_instance = :id and not picked and execution_time > :at""")
			.param("at", at.atOffset(ZoneOffset.UTC))
			.param("priority", task.getPriority())
			.param("name", task.getTaskName())
			.param("id", task.getId())
			.update() == 1;
	}

	private boolean isDue(TaskInstance<?> task, Instant at) {
		return this.client.getScheduledExecution(task)
			.map((planned) -> !planned.isPicked() && !planned.getExecutionTime().isAfter(at))
			.orElse(false);
	}

	/** Published when work was asked for; heard after the commit. */
	record JobAsked() {
	}

}
