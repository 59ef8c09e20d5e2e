package dev.understudy.database;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import dev.understudy.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(properties = { "understudy.jobs.threads=4", "understudy.sandbox.samples=false",
		"understudy.data-dir=target/job-priority-tests" })
@Import({ TestDatabase.class, JobPriorityTests.Works.class })
class JobPriorityTests {

	private static final TaskDescriptor<Void> SLOW = TaskDescriptor.of("slow");

	private final Jobs jobs;

	private final Works works;

	private final Clock clock;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	@Autowired
	JobPriorityTests(Jobs jobs, Works works, Clock clock, JdbcClient jdbc, TransactionTemplate transaction) {
		this.jobs = jobs;
		this.works = works;
		this.clock = clock;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@BeforeEach
	void hold() {
		this.works.free = new CountDownLatch(1);
		this.works.done.clear();
	}

	@AfterEach
	void free() {
		this.works.free.countDown();
		await().until(() -> this.jdbc.sql("select count(*) from scheduled_tasks where task_name = 'slow'")
			.query(Long.class)
			.single() == 0);
	}

	@Test
	void aQueueFullOfWhatNobodyWaitsForDelaysNothing() {
		this.transaction.executeWithoutResult((status) -> {
			for (int number = 0; number < 100; number++) {
				this.jobs.schedule(slow("slow-" + number), this.clock.instant().minusSeconds(60));
			}
		});
		await().until(() -> this.works.running.get() > 0);
		this.jobs.schedule(new TaskInstance<>("urgent", "first"), this.clock.instant());
		await().until(() -> this.works.done.contains("first"));
		assertThat(this.works.running.get()).isBetween(1, 2);
		assertThat(this.works.done).containsExactly("first");
		this.jobs.schedule(new TaskInstance<>("urgent", "second"), this.clock.instant());
		await().until(() -> this.works.done.contains("second"));
	}

	@Test
	void whatIsWokenKeepsItsPriority() {
		this.works.free.countDown();
		this.jobs.wake(slow("woken"));
		await().until(() -> this.works.priorities.containsKey("woken"));
		assertThat(this.works.priorities).containsEntry("woken", Priority.LOW);
	}

	@Test
	void whatIsHastenedGetsThePriorityItIsHastenedWith() {
		this.jobs.schedule(new TaskInstance<>("slow", "hastened"), this.clock.instant().plusSeconds(3600));
		assertThat(priorities("hastened")).containsExactly(Priority.MEDIUM);
		this.transaction.executeWithoutResult((status) -> {
			this.jobs.hasten(slow("hastened"), this.clock.instant());
			assertThat(priorities("hastened")).containsExactly(Priority.LOW);
		});
	}

	private Set<Integer> priorities(String id) {
		return Set.copyOf(
				this.jdbc.sql("select priority from scheduled_tasks where task_name = 'slow' and task_instance = :id")
					.param("id", id)
					.query(Integer.class)
					.list());
	}

	private static TaskInstance<Void> slow(String id) {
		return SLOW.instance(id).priority(Priority.LOW).build();
	}

	@TestConfiguration
	static class Works {

		final Set<String> done = ConcurrentHashMap.newKeySet();

		final Map<String, Integer> priorities = new ConcurrentHashMap<>();

		volatile CountDownLatch free = new CountDownLatch(1);

		final AtomicInteger running = new AtomicInteger();

		@Bean
		OneTimeTask<Void> urgentTask() {
			return Tasks.oneTime("urgent").execute((instance, context) -> this.done.add(instance.getId()));
		}

		@Bean
		OneTimeTask<Void> slowTask() {
			return Tasks.oneTime("slow").execute((instance, context) -> {
				this.priorities.put(instance.getId(), instance.getPriority());
				this.running.incrementAndGet();
				try {
					this.free.await();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
				this.running.decrementAndGet();
			});
		}

	}

}
