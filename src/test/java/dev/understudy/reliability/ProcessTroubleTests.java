package dev.understudy.reliability;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import dev.understudy.Aside;
import dev.understudy.Patience;
import dev.understudy.definition.Definition;
import dev.understudy.definition.Drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

/**
 * Whole processes that are asked to end, frozen, given a wrong clock or left without a
 * database, with work in hand. The oracle is the ledger of the simulator that runs alone.
 */
@Aside
class ProcessTroubleTests {

	private static final Path DIRECTORY = Directories.temporary("trouble");

	private static final OwnServer SERVER = new OwnServer(DIRECTORY.resolve("postgres"));

	private static final AtomicReference<Trouble> WEATHER = new AtomicReference<>(Trouble.NONE);

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private static final int TERMINATED = 143;

	private static Setting setting;

	private final List<UUID> promised = new ArrayList<>();

	@BeforeAll
	static void start() {
		setting = new Setting(DIRECTORY, SERVER.database(), (call) -> WEATHER.get(), 2, false, properties());
	}

	@AfterAll
	static void stop() {
		setting.close();
		SERVER.close();
	}

	@AfterEach
	void nothingIsLostDoubledStuckOrConfused() {
		assertThat(setting.faults(this.promised)).isEmpty();
	}

	@Test
	void aProcessThatIsAskedToEndFinishesWhatItSentAndLeavesTheRest() {
		Application leaving = setting.replicas().getFirst();
		WEATHER.set(Trouble.SLOW);
		// Who is asked is woken at once, the other one at its next look.
		submit(consoleOf(leaving));
		Set<UUID> sent = awaitSomethingSentBy(leaving);
		leaving.terminate();
		try {
			assertThat(leaving.awaitEnd(Duration.ofSeconds(60))).isEqualTo(TERMINATED);
			// It took the answers itself: there was nothing left to find out.
			assertThat(setting.records().attempts()).allSatisfy((id, answers) -> {
				if (sent.contains(id)) {
					assertThat(answers).containsExactly("accepted");
				}
			});
			WEATHER.set(Trouble.NONE);
			awaitTheEndOfAll();
		}
		finally {
			WEATHER.set(Trouble.NONE);
			leaving.restart();
			leaving.awaitReady();
		}
		assertThat(states(setting.console())).containsOnly("confirmed");
		assertThat(setting.records().operations()).filteredOn((row) -> sent.contains(row.id()))
			.hasSameSizeAs(sent)
			.allSatisfy((row) -> assertThat(setting.wire().calls(Marks.CREATE, row.name())).isEqualTo(1));
	}

	@Test
	void aProcessThatIsFrozenLongerThanItIsTakenForDeadDoesNoHarmWhenItGoesOn() {
		Application frozen = setting.replicas().getFirst();
		submitSlowly(setting.console());
		frozen.freeze();
		try {
			awaitTheEndOfAll();
		}
		finally {
			frozen.thaw();
		}
		frozen.awaitReady();
		assertThat(states(consoleOf(frozen))).containsOnly("confirmed");
	}

	@Test
	void theDatabaseServerMayGoAwayAndComeBack() throws Exception {
		Application replica = setting.replicas().getFirst();
		Console console = consoleOf(replica);
		Browser browser = new Browser(replica.api());
		UUID waiting = console.draft(definition("trouble-" + NUMBER.incrementAndGet()));
		Map<String, String> create = Map.of("type", "create");
		String key = UUID.randomUUID().toString();
		submitSlowly(setting.console());
		SERVER.stop();
		try {
			for (int times = 0; times < 2; times++) {
				assertThat(console.look(this.promised.getFirst())).satisfies(ProcessTroubleTests::saysSo)
					.extracting(HttpResponse::body, STRING)
					.contains("\"database-unavailable\"", "The database cannot be reached right now");
				assertThat(browser.open("/experiments")).satisfies(ProcessTroubleTests::saysSo)
					.extracting(HttpResponse::body, STRING)
					.contains("The database cannot be reached right now", "nothing new is sent meanwhile");
				assertThat(console.ask(waiting, create, key)).satisfies(ProcessTroubleTests::saysSo);
			}
			assertThat(setting.replicas()).allMatch(Application::isAlive);
		}
		finally {
			SERVER.start();
		}
		setting.replicas().forEach(Application::awaitReady);
		HttpResponse<String> asked = console.ask(waiting, create, key);
		assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
		assertThat(console.ask(waiting, create, key).body()).isEqualTo(asked.body());
		assertThat(setting.records().operations()).filteredOn((row) -> row.experimentId().equals(waiting))
			.singleElement()
			.satisfies((row) -> this.promised.add(row.id()));
		awaitTheEndOfAll();
		assertThat(states(setting.console())).containsOnly("confirmed");
	}

	private static void saysSo(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
		assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
	}

	@Test
	void aMachineWhoseClockIsHoursWrongSendsNothingSaysSoAndHoldsNobodyUp() {
		Application wrong = setting.replicaWithAWrongClock(properties());
		try {
			setting.replicas().forEach(Application::freeze);
			Console console = consoleOf(wrong);
			submit(console);
			Awaitility.await()
				.atMost(Patience.VERY_LONG)
				.until(() -> operations(console).stream()
					.allMatch((it) -> it.at("/waitingFor/message").asString().contains("clock")));
			assertThat(states(console)).doesNotContain("confirmed");
		}
		finally {
			setting.replicas().forEach(Application::thaw);
			wrong.close();
		}
		awaitTheEndOfAll();
		assertThat(states(setting.console())).containsOnly("confirmed");
	}

	/** Returns when some of it is under way. */
	private void submitSlowly(Console console) {
		WEATHER.set(Trouble.SLOW);
		submit(console);
		WEATHER.set(Trouble.NONE);
	}

	private void submit(Console console) {
		IntStream.range(0, 12).parallel().forEach((n) -> {
			UUID experiment = console.draft(definition("trouble-" + NUMBER.incrementAndGet()));
			UUID operation = console.ask(experiment, Map.of("type", "create"));
			synchronized (this.promised) {
				this.promised.add(operation);
			}
		});
	}

	private static Set<UUID> awaitSomethingSentBy(Application replica) {
		return Awaitility.await().atMost(Patience.VERY_LONG).pollInterval(Duration.ofMillis(20)).until(() -> {
			Map<UUID, List<String>> attempts = setting.records().attempts();
			Set<UUID> sent = setting.records().pickedBy(replica.name());
			sent.removeIf((id) -> !attempts.getOrDefault(id, List.of()).contains("open"));
			return sent;
		}, (sent) -> !sent.isEmpty());
	}

	private void awaitTheEndOfAll() {
		Awaitility.await()
			.atMost(Patience.VERY_LONG)
			.pollInterval(Duration.ofMillis(200))
			.ignoreExceptions()
			.until(() -> setting.records().unfinished().isEmpty());
	}

	private Collection<JsonNode> operations(Console console) {
		return this.promised.stream().map(console::operation).toList();
	}

	private List<String> states(Console console) {
		return operations(console).stream().map((it) -> it.path("state").asString()).toList();
	}

	private static Console consoleOf(Application application) {
		List<URI> only = List.of(application.api());
		return new Console(only);
	}

	private static Map<String, String> properties() {
		Map<String, String> properties = new HashMap<>(FaultCampaign.SHORT);
		properties.put("understudy.jobs.heartbeat", "500ms");
		// What is slow here is to be waited for.
		properties.put("understudy.sagemaker.call-timeout", "10s");
		return properties;
	}

	private static Definition definition(String name) {
		Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(20));
		return Drafts.definition(
				Drafts.change(Drafts.change(Drafts.with("/Name", name), "/Schedule/StartTime", start.toString()),
						"/Schedule/EndTime", start.plus(Duration.ofDays(2)).toString()));
	}

}
