package dev.understudy.database;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Runs background work on this replica. A replica that dies is noticed after four missed
 * heartbeats, and its work goes to another one. Replicas pick different jobs without
 * waiting for each other; those of a higher priority come first.
 */
@Component
class JobRunner implements SmartLifecycle {

	/** Work is fetched when fewer than this part of the threads have any. */
	private static final double REFILL = 0.5;

	/** Never more than runs at once, so that what is urgent does not queue up behind. */
	private static final double FULL = 1.0;

	private final DataSource dataSource;

	private final List<Task<?>> tasks;

	private final List<RecurringTask<?>> recurring;

	private final JobProperties properties;

	private final Clock clock;

	/** Replicas on one host are told apart by what comes after its name. */
	private final SchedulerName name;

	private volatile @Nullable Scheduler scheduler;

	JobRunner(JobDataSource dataSource, ObjectProvider<Task<?>> tasks, ObjectProvider<RecurringTask<?>> recurring,
			JobProperties properties, Clock clock, Ids ids) {
		this.dataSource = dataSource.proxy();
		this.tasks = tasks.orderedStream().filter((task) -> !(task instanceof RecurringTask)).toList();
		this.recurring = recurring.orderedStream().toList();
		this.properties = properties;
		this.clock = clock;
		this.name = new SchedulerName.Fixed("%s/%s".formatted(new SchedulerName.Hostname().getName(), ids.next()));
	}

	@Override
	public void start() {
		if (!this.properties.enabled()) {
			return;
		}
		Scheduler started = Scheduler.create(this.dataSource, this.tasks)
			.startTasks(this.recurring)
			.executorService(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("job-", 0).factory()))
			.schedulerName(this.name)
			.threads(this.properties.threads())
			.clock(this.clock::instant)
			.enablePriority()
			.pollUsingLockAndFetch(REFILL, FULL)
			.addExecutionInterceptor(new Courtesy(this.properties.threads(), this.clock))
			.pollingInterval(this.properties.poll())
			.heartbeatInterval(this.properties.heartbeat())
			.missedHeartbeatsLimit(4)
			.shutdownMaxWait(Duration.ofSeconds(30))
			.build();
		started.start();
		this.scheduler = started;
	}

	@Override
	public void stop() {
		Scheduler running = this.scheduler;
		if (running != null) {
			running.stop();
			this.scheduler = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.scheduler != null;
	}

	@TransactionalEventListener(fallbackExecution = true)
	void wake(Jobs.JobAsked asked) {
		Scheduler running = this.scheduler;
		if (running != null) {
			running.triggerCheckForDueExecutions();
		}
	}

}
