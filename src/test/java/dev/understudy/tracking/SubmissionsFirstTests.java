package dev.understudy.tracking;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.understudy.TestDatabase;
import dev.understudy.definition.Drafts;
import dev.understudy.experiment.Actors;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.NewDraft;
import dev.understudy.experiment.Opened;
import dev.understudy.experiment.Phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A replica that may look at SageMaker once in two seconds, and has ten things to look
 * at.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "understudy.sandbox.samples=false", "understudy.data-dir=target/submissions-first-tests",
				"understudy.tracking.rate=0.5", "understudy.tracking.burst=1", "understudy.jobs.threads=4" })
@Import(TestDatabase.class)
class SubmissionsFirstTests {

	private static final int OPEN = 10;

	@Autowired
	Experiments experiments;

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	@Test
	void whatIsSubmittedDoesNotWaitBehindWhatIsWatched() {
		List<UUID> open = IntStream.range(0, OPEN).mapToObj((number) -> submit("open-" + number)).toList();
		open.forEach((id) -> await().until(() -> isLive(id)));
		open.forEach((id) -> this.events.publishEvent(new Opened(id, "sandbox")));
		await().until(() -> looksWaiting() > OPEN / 2);
		UUID submitted = submit("urgent");
		await().until(() -> isLive(submitted));
		assertThat(looksWaiting()).isPositive();
	}

	private UUID submit(String name) {
		UUID id = this.experiments
			.draft(new NewDraft(null,
					Drafts.change(Drafts.change(Drafts.minimal(), "/Name", name), "/Schedule/StartTime",
							this.clock.instant().plus(1, ChronoUnit.DAYS).toString())),
					Actors.author())
			.experiment()
			.getId();
		this.experiments.submit(id, 1, Actors.author());
		return id;
	}

	private boolean isLive(UUID id) {
		return this.experiments.get(id).experiment().getPhase() == Phase.LIVE;
	}

	private long looksWaiting() {
		return this.jdbc.sql("select count(*) from scheduled_tasks where task_name = 'look'")
			.query(Long.class)
			.single();
	}

}
