package dev.understudy.tracking;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;

import dev.understudy.database.Jobs;
import dev.understudy.experiment.Opened;

/**
 * Hears what people and programs have open and asks for a look at it, by whichever
 * replica works. Costs whoever opened it no statement and no wait.
 */
@Component
class OpenedPages {

	private static final Logger logger = LoggerFactory.getLogger(OpenedPages.class);

	private static final int MANY = 1000;

	private final Jobs jobs;

	private final TaskExecutor background;

	private final LongSupplier nanoTime;

	private final Duration age;

	private final Map<UUID, Long> asked = new ConcurrentHashMap<>();

	@Autowired
	OpenedPages(Jobs jobs, TrackingProperties properties) {
		this(jobs, virtualThreads(), System::nanoTime, properties.opened());
	}

	OpenedPages(Jobs jobs, TaskExecutor background, LongSupplier nanoTime, Duration age) {
		this.jobs = jobs;
		this.background = background;
		this.nanoTime = nanoTime;
		this.age = age;
	}

	@EventListener
	void on(Opened opened) {
		long now = this.nanoTime.getAsLong();
		Long last = this.asked.get(opened.experimentId());
		boolean first = (last == null) ? this.asked.putIfAbsent(opened.experimentId(), now) == null
				: isOld(last, now) && this.asked.replace(opened.experimentId(), last, now);
		if (first) {
			this.background.execute(() -> ask(opened));
		}
		if (this.asked.size() > MANY) {
			this.asked.values().removeIf((time) -> isOld(time, now));
		}
	}

	/** Of how many it is known when they were asked for. */
	int remembered() {
		return this.asked.size();
	}

	private boolean isOld(long last, long now) {
		return now - last >= this.age.toNanos();
	}

	private void ask(Opened opened) {
		try {
			this.jobs.schedule(OpenedLooks.job(opened), Duration.ZERO);
		}
		catch (RuntimeException ex) {
			logger.warn("Experiment {} is open, but nobody could be asked to look at it", opened.experimentId(), ex);
		}
	}

	private static TaskExecutor virtualThreads() {
		SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("opened-");
		executor.setVirtualThreads(true);
		return executor;
	}

}
