package dev.understudy.reliability;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

import dev.understudy.definition.Definition;
import dev.understudy.definition.Drafts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whole processes that are asked to end, frozen, given a wrong clock or left without a
 * database, with work in hand. The oracle is the ledger of the simulator that runs alone.
 */
class ProcessTroubleTests {

	private static final Path DIRECTORY = Directories.temporary("trouble");

	private static final OwnServer SERVER = new OwnServer(DIRECTORY.resolve("postgres"));

	private static final AtomicReference<Trouble> WEATHER = new AtomicReference<>(Trouble.NONE);

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private static final Duration PATIENCE = Duration.ofMinutes(2);

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
		submitSlowly(setting.console());
		leaving.terminate();
		try {
			assertThat(leaving.awaitEnd(Duration.ofSeconds(60))).isEqualTo(TERMINATED);
			awaitTheEndOfAll();
		}
		finally {
			leaving.restart();
			leaving.awaitReady();
		}
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
	void theDatabaseServerMayGoAwayAndComeBack() {
		submitSlowly(setting.console());
		SERVER.stop();
		assertThat(setting.replicas()).allMatch(Application::isAlive);
		SERVER.start();
		awaitTheEndOfAll();
		assertThat(states(setting.console())).containsOnly("confirmed");
	}

	@Test
	void aMachineWhoseClockIsHoursWrongSendsNothingSaysSoAndHoldsNobodyUp() {
		Application wrong = setting.replicaWithAWrongClock(properties());
		try {
			setting.replicas().forEach(Application::freeze);
			Console console = consoleOf(wrong);
			submit(console);
			Awaitility.await()
				.atMost(PATIENCE)
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

	private void awaitTheEndOfAll() {
		Awaitility.await()
			.atMost(PATIENCE)
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
		return properties;
	}

	private static Definition definition(String name) {
		Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(20));
		return Drafts.definition(
				Drafts.change(Drafts.change(Drafts.with("/Name", name), "/Schedule/StartTime", start.toString()),
						"/Schedule/EndTime", start.plus(Duration.ofDays(2)).toString()));
	}

}
