package dev.understudy.reliability;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import dev.understudy.Aside;
import dev.understudy.PostgresServer;
import dev.understudy.PostgresServer.Database;
import dev.understudy.delivery.Operation;
import dev.understudy.simulator.SimulatorProcess;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every fault at every point, on the whole application with durations cut short. All run
 * side by side, as they do in life, but for those that everybody feels. What was tried,
 * and why the rest was not, is written to target/reliability.
 */
@Aside
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Injection.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatrixTests {

	private static final Path DIRECTORY = Directories.temporary("matrix");

	private static final Database DATABASE = PostgresServer.newDatabase();

	private static final SimulatorProcess SIMULATOR = SimulatorProcess.start(DIRECTORY.resolve("simulator"),
			"--understudy.simulator.provisioning=50ms");

	private static final Plan PLAN = new Plan();

	private static final Wire WIRE = new Wire(SIMULATOR, PLAN);

	private static final int AT_ONCE = 12;

	/** For one cell, all that come before it included. */
	private static final Duration PATIENCE = Duration.ofMinutes(15);

	private final Map<Cell, CompletableFuture<Operation>> runs = new ConcurrentHashMap<>();

	private final Map<Cell, String> verdicts = new ConcurrentHashMap<>();

	private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

	private final Scenario scenario;

	private final Polls polls;

	@Autowired
	MatrixTests(ApplicationContext context) {
		Harm harm = new Harm(context, DATABASE, WIRE);
		Outsider outsider = new Outsider(SIMULATOR.endpoint());
		this.scenario = new Scenario(context, harm, PLAN, outsider);
		this.polls = new Polls(context, harm, PLAN, outsider, this.scenario);
	}

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url", DATABASE::url);
		registry.add("spring.datasource.username", DATABASE::user);
		registry.add("spring.datasource.password", DATABASE::password);
		registry.add("spring.datasource.hikari.connection-timeout", () -> "500");
		registry.add("understudy.data-dir", () -> DIRECTORY.resolve("application").toString());
		registry.add("understudy.sagemaker.endpoint", WIRE::endpoint);
		registry.add("understudy.sandbox.samples", () -> "false");
		Map.of("settle", "4s", "in-use", "500ms", "claim", "1s", "missing-for", "300ms", "shortest-wait", "50ms",
				"longest-wait", "400ms", "sweep", "2s")
			.forEach((name, value) -> registry.add("understudy.delivery." + name, () -> value));
		Map.of("fresh", "100ms", "transitional", "300ms", "steady", "500ms", "missing-for", "600ms", "settling", "1s",
				"rate", "1000", "burst", "1000")
			.forEach((name, value) -> registry.add("understudy.tracking." + name, () -> value));
		registry.add("understudy.sagemaker.call-timeout", () -> "1200ms");
		registry.add("understudy.sagemaker.connect-timeout", () -> "500ms");
		registry.add("understudy.jobs.poll", () -> "100ms");
		registry.add("understudy.jobs.threads", () -> "16");
	}

	@BeforeAll
	void begin() {
		Semaphore places = new Semaphore(AT_ONCE);
		CompletableFuture<?> now = CompletableFuture.completedFuture(null);
		cells().filter((cell) -> !isFeltByAll(cell) && !cell.point().isTracking())
			.forEach((cell) -> begin(cell, now, places));
		// One after the other: a target is polled by one job.
		CompletableFuture<?> last = now;
		for (Cell cell : cells().filter((it) -> it.point().isTracking() && !isFeltByAll(it)).toList()) {
			last = begin(cell, last, places).exceptionally((ex) -> null);
		}
		last = CompletableFuture.allOf(this.runs.values().toArray(CompletableFuture[]::new))
			.exceptionally((ex) -> null);
		for (Cell cell : cells().filter(MatrixTests::isFeltByAll).toList()) {
			last = begin(cell, last, places).exceptionally((ex) -> null);
		}
	}

	private CompletableFuture<Operation> begin(Cell cell, CompletableFuture<?> after, Semaphore places) {
		CompletableFuture<Operation> run = after.thenApplyAsync((ignored) -> run(cell, places), this.executor);
		this.runs.put(cell, run);
		return run;
	}

	private Operation run(Cell cell, Semaphore places) {
		try {
			places.acquire();
			try {
				return cell.point().isTracking() ? this.polls.run(cell) : this.scenario.run(cell);
			}
			finally {
				places.release();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static boolean isFeltByAll(Cell cell) {
		return cell.fault().kind() == Fault.Kind.POOL || cell.fault().kind() == Fault.Kind.OUTAGE;
	}

	static Stream<Cell> cells() {
		return Cell.tried().stream().filter((cell) -> cell.fault().kind() != Fault.Kind.HALT);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cells")
	void whateverGoesWrongNothingIsLostDoubledOrConfused(Cell cell) throws Exception {
		this.verdicts.put(cell, "FAILED");
		Operation operation = this.runs.get(cell).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		assertThat(operation.state().id() + ((operation.error() != null) ? " " + operation.error().code() : ""))
			.isEqualTo(Expectation.of(cell));
		assertThat(oracle(cell, operation)).isEmpty();
		this.verdicts.put(cell, Expectation.of(cell));
	}

	@Test
	void everyCellIsTriedOrHasAReason() {
		assertThat(Cell.all()).hasSize(FaultPoint.values().length * Fault.values().length)
			.allSatisfy((cell) -> assertThat((cell.reason() == null) || !cell.reason().isBlank()).isTrue());
		Map<FaultPoint, Long> tried = Cell.tried()
			.stream()
			.collect(Collectors.groupingBy(Cell::point, TreeMap::new, Collectors.counting()));
		assertThat(tried.values()).as("%s", tried)
			.containsExactly(7L, 22L, 22L, 7L, 23L, 7L, 7L, 25L, 5L, 23L, 23L, 23L, 7L);
	}

	@Test
	void everyFaultThatWasFiledWithTheSimulatorWasMet() throws Exception {
		CompletableFuture.allOf(this.runs.values().toArray(CompletableFuture[]::new))
			.exceptionally((ex) -> null)
			.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		assertThat(WIRE.control().waitingFaults()).isEmpty();
		assertThat(cells().map(Cell::fault).flatMap((fault) -> fault.troubles().stream()).map(Trouble::words))
			.allSatisfy((words) -> assertThat(WIRE.troubles()).containsKey(words));
	}

	private static List<String> oracle(Cell cell, Operation operation) {
		Records records = new Records(DATABASE);
		List<Records.Row> rows = records.operations()
			.stream()
			.filter((it) -> it.name().equals(operation.name()))
			.toList();
		List<Accepted> ledger = Accepted.by(DIRECTORY.resolve("simulator"))
			.stream()
			.filter((it) -> it.name().equals(operation.name()))
			.toList();
		List<UUID> promised = List.of(operation.id());
		return new Oracle(ledger, WIRE.deletedOutside()).judge(promised, rows, records.audited()).all();
	}

	@AfterAll
	void report() throws IOException {
		new MatrixReport(this.verdicts).write(Path.of("target", "reliability"));
		this.executor.close();
		WIRE.close();
		SIMULATOR.close();
	}

}
