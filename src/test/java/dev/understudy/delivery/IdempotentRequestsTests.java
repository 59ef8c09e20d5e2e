package dev.understudy.delivery;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import dev.understudy.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ApplicationModuleTest(mode = BootstrapMode.DIRECT_DEPENDENCIES)
@Import({ TestDatabase.class, Submissions.class })
@TestPropertySource(properties = { "understudy.jobs.enabled=false",
		"understudy.installation-id=019aab00-0000-7000-8000-000000000001" })
class IdempotentRequestsTests {

	private final IdempotentRequests requests;

	private final Submissions submissions;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final AtomicInteger done = new AtomicInteger();

	@Autowired
	IdempotentRequestsTests(IdempotentRequests requests, Submissions submissions, JdbcClient jdbc,
			TransactionTemplate transaction) {
		this.requests = requests;
		this.submissions = submissions;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@BeforeEach
	void nothingDoneYet() {
		this.done.set(0);
	}

	@Test
	void theSameKeyAndBodyGetTheSameAnswer() {
		ResponseEntity<JsonNode> first = ask("k1", "body");
		ResponseEntity<JsonNode> second = ask("k1", "body");
		assertThat(second.getStatusCode()).isEqualTo(first.getStatusCode());
		assertThat(second.getBody()).isEqualTo(first.getBody());
		assertThat(second.getHeaders().getLocation()).isEqualTo(URI.create("/things/1"));
		assertThat(first.getHeaders().getFirst(IdempotentRequests.REPLAYED)).isNull();
		assertThat(second.getHeaders().getFirst(IdempotentRequests.REPLAYED)).isEqualTo("true");
		assertThat(this.done).hasValue(1);
	}

	@Test
	void anotherBodyIsRefused() {
		ask("k2", "body");
		assertThatExceptionOfType(IdempotencyKeyReusedException.class).isThrownBy(() -> ask("k2", "other"));
		assertThat(this.done).hasValue(1);
	}

	@Test
	void keysOfOthersAndOfOtherRoutesAreOthers() {
		ask("k3", "body");
		this.requests.answer(IdempotencyKey.of(Submissions.ADA, "POST /elsewhere", "k3", "body"), this::work);
		assertThat(this.done).hasValue(2);
	}

	@Test
	void workThatFailedLeavesNothingBehind() {
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.requests.answer(key("k4", "body"), () -> {
				throw new IllegalStateException("refused");
			}));
		ask("k4", "other");
		assertThat(this.done).hasValue(1);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "ünicode", "a\nb" })
	void aKeyThatCannotBeUsedIsRefused(String key) {
		assertThatExceptionOfType(IdempotencyKeyMissingException.class).isThrownBy(() -> key(key, "body"));
	}

	@Test
	void aHundredAtOnceAskForOneOperationAndGetTheSameAnswer() throws Exception {
		UUID experiment = UUID.randomUUID();
		List<JsonNode> answers = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Callable<ResponseEntity<JsonNode>> request = () -> this.requests.answer(key("parallel", "body"),
					() -> ResponseEntity.accepted()
						.body(Map.of("id", this.submissions.submit(experiment, "parallel"))));
			for (Future<ResponseEntity<JsonNode>> future : threads.invokeAll(Collections.nCopies(100, request))) {
				answers.add(future.get().getBody());
			}
		}
		assertThat(answers).hasSize(100).allMatch(answers.getFirst()::equals);
		assertThat(this.jdbc.sql("select count(*) from operation where experiment_id = :id")
			.param("id", experiment)
			.query(Long.class)
			.single()).isEqualTo(1);
	}

	@Test
	void whileTheFirstOneRunsForLongTheOthersAreToldSo() throws Exception {
		CountDownLatch running = new CountDownLatch(1);
		CountDownLatch told = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<?> first = threads.submit(() -> this.requests.answer(key("slow", "body"), () -> {
				running.countDown();
				awaitQuietly(told);
				return work();
			}));
			running.await();
			try {
				assertThatExceptionOfType(IdempotencyInProgressException.class).isThrownBy(() -> ask("slow", "body"));
			}
			finally {
				told.countDown();
			}
			first.get();
		}
		assertThat(this.done).hasValue(1);
	}

	@Test
	void theWorkMayWaitForALockLongerThanAnotherRequestMayWaitForTheKey() throws Exception {
		CountDownLatch locked = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<?> holder = threads.submit(() -> this.transaction.executeWithoutResult((status) -> {
				lockTheInstallation();
				locked.countDown();
				this.jdbc.sql("select pg_sleep(3)").query().listOfRows();
			}));
			locked.await();
			this.requests.answer(key("patient", "body"), () -> {
				lockTheInstallation();
				return work();
			});
			holder.get();
		}
		assertThat(this.done).hasValue(1);
	}

	private void lockTheInstallation() {
		this.jdbc.sql("select id from installation for update").query(UUID.class).list();
	}

	private ResponseEntity<JsonNode> ask(String key, String body) {
		return this.requests.answer(key(key, body), this::work);
	}

	private ResponseEntity<?> work() {
		int number = this.done.incrementAndGet();
		return ResponseEntity.accepted().location(URI.create("/things/" + number)).body(Map.of("number", number));
	}

	private static IdempotencyKey key(String key, String body) {
		return IdempotencyKey.of(Submissions.ADA, "POST /work", key, body);
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
