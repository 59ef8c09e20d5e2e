package dev.understudy.database;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

import dev.understudy.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest
@Import({ TestDatabase.class, JobsTests.Notes.class })
class JobsTests {

	private final Jobs jobs;

	private final Notes notes;

	private final Clock clock;

	private final TransactionTemplate transaction;

	@Autowired
	JobsTests(Jobs jobs, Notes notes, Clock clock, TransactionTemplate transaction) {
		this.jobs = jobs;
		this.notes = notes;
		this.clock = clock;
		this.transaction = transaction;
	}

	@Test
	void workAskedForInATransactionRunsAfterItsCommit() {
		this.transaction.executeWithoutResult((status) -> ask("committed"));
		await().until(() -> this.notes.done.contains("committed"));
	}

	@Test
	void workAskedForInATransactionThatRollsBackNeverRuns() {
		this.transaction.executeWithoutResult((status) -> {
			ask("rolled back");
			status.setRollbackOnly();
		});
		this.transaction.executeWithoutResult((status) -> ask("later"));
		await().until(() -> this.notes.done.contains("later"));
		assertThat(this.notes.done).doesNotContain("rolled back");
	}

	@Test
	void hasteningBringsPlannedWorkForward() {
		this.jobs.schedule(this.notes.task().instance("hastened"), this.clock.instant().plusSeconds(3600));
		this.jobs.hasten(this.notes.task().instance("hastened"), this.clock.instant());
		await().until(() -> this.notes.done.contains("hastened"));
	}

	@Test
	void wakingWhatIsBeingWorkedOnMakesItRunOnceMore() throws InterruptedException {
		ask("busy");
		this.notes.busy.await();
		this.transaction.executeWithoutResult((status) -> this.jobs.wake(this.notes.task().instance("busy")));
		assertThat(this.jobs.hasten(this.notes.task().instance("busy"), this.clock.instant())).isFalse();
		this.notes.free.countDown();
		await().until(() -> this.notes.runs.get() == 2);
	}

	@Test
	void wakingBringsPlannedWorkForward() {
		this.jobs.schedule(this.notes.task().instance("woken"), this.clock.instant().plusSeconds(3600));
		this.jobs.wake(this.notes.task().instance("woken"));
		await().until(() -> this.notes.done.contains("woken"));
	}

	private void ask(String note) {
		this.jobs.schedule(this.notes.task().instance(note), this.clock.instant());
	}

	@TestConfiguration
	static class Notes {

		final Set<String> done = ConcurrentHashMap.newKeySet();

		final CountDownLatch busy = new CountDownLatch(1);

		final CountDownLatch free = new CountDownLatch(1);

		final AtomicInteger runs = new AtomicInteger();

		@Bean
		OneTimeTask<Void> task() {
			return Tasks.oneTime("note").execute((instance, context) -> {
				if (instance.getId().equals("busy")) {
					stayBusy();
				}
				this.done.add(instance.getId());
			});
		}

		private void stayBusy() {
			this.runs.incrementAndGet();
			this.busy.countDown();
			try {
				this.free.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
