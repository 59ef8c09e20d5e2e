package dev.understudy.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import dev.understudy.Aside;
import dev.understudy.Patience;
import dev.understudy.PostgresServer;
import dev.understudy.PostgresServer.Database;
import dev.understudy.reliability.FaultPoint;
import dev.understudy.simulator.SimulatorProcess;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the real process at each step of delivery while "SageMaker" lives on. The oracle
 * is the simulator's own ledger of accepted calls.
 */
@Aside
class DeliveryKillTests {

	private static final int LIKE_KILL_9 = 137;

	@TempDir
	private Path directory;

	private final Database database = PostgresServer.newDatabase();

	@Test
	void aProcessKilledAtAnyStepLosesNothingAndDoublesNothing() throws Exception {
		try (SimulatorProcess simulator = SimulatorProcess.start(this.directory.resolve("simulator"),
				"--understudy.simulator.provisioning=50ms")) {
			for (KilledAt step : KilledAt.values()) {
				int expected = (step == KilledAt.NEVER) ? 0 : LIKE_KILL_9;
				assertThat(run(step, simulator)).as("exit of the process killed when %s", step).isEqualTo(expected);
				letGoOfTheDead();
			}
			assertThat(states()).isNotEmpty()
				.allSatisfy((operation, state) -> assertThat(state).isEqualTo("confirmed"));
			assertThat(states()).containsOnlyKeys(operations());
			assertThat(simulator.control().ledger()).extracting(DeliveryKillTests::words)
				.containsExactlyInAnyOrderElementsOf(operations());
			assertThat(audited()).containsExactlyInAnyOrderElementsOf(operations());
		}
	}

	@Test
	void thereIsAStepForEveryPointOfTheMatrixButThoseOfTracking() {
		assertThat(KilledAt.values()).extracting(KilledAt::point)
			.contains(EnumSet.complementOf(EnumSet.of(FaultPoint.POLL, FaultPoint.SIGHT)).toArray(FaultPoint[]::new));
	}

	/** What every step asks for, each to be done once. */
	private static Set<String> operations() {
		Set<String> operations = new TreeSet<>();
		for (KilledAt step : KilledAt.values()) {
			if (step != KilledAt.NEVER) {
				operations.add("create " + DeliveryAlone.name(step));
			}
		}
		operations.add("start " + DeliveryAlone.name(KilledAt.STOPPED));
		operations.add("stop " + DeliveryAlone.name(KilledAt.STOPPED));
		operations.add("update " + DeliveryAlone.name(KilledAt.UPDATING));
		operations.add("update " + DeliveryAlone.name(KilledAt.UPDATED));
		operations.add("delete " + DeliveryAlone.name(KilledAt.DELETED));
		return operations;
	}

	private static String words(JsonNode accepted) {
		String call = accepted.path("operation").asString();
		return call.replace("InferenceExperiment", "").toLowerCase(Locale.ROOT) + " "
				+ accepted.path("Name").asString();
	}

	private int run(KilledAt step, SimulatorProcess simulator) throws IOException, InterruptedException {
		Path output = this.directory.resolve(step + ".log");
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC", "-Xmx256m", "-cp", System.getProperty("java.class.path"),
						DeliveryAlone.class.getName(), step.name()));
		properties(simulator).forEach((name, value) -> command.add("--%s=%s".formatted(name, value)));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		if (!process.waitFor(Patience.VERY_LONG)) {
			process.destroyForcibly();
		}
		int exit = process.waitFor();
		if (exit != LIKE_KILL_9 && exit != 0) {
			System.err.println(Files.readString(output));
		}
		return exit;
	}

	private Map<String, Object> properties(SimulatorProcess simulator) {
		Map<String, Object> properties = new TreeMap<>();
		properties.put("spring.datasource.url", this.database.url());
		properties.put("spring.datasource.username", this.database.user());
		properties.put("spring.datasource.password", this.database.password());
		properties.put("understudy.data-dir", this.directory);
		properties.put("understudy.sagemaker.endpoint", simulator.endpoint());
		properties.put("understudy.delivery.settle", "3s");
		properties.put("understudy.delivery.in-use", "500ms");
		properties.put("understudy.delivery.missing-for", "300ms");
		properties.put("understudy.delivery.shortest-wait", "50ms");
		properties.put("understudy.delivery.longest-wait", "300ms");
		properties.put("understudy.jobs.poll", "100ms");
		return properties;
	}

	// Stands for the twenty seconds after which db-scheduler takes a silent process for
	// dead.
	private void letGoOfTheDead() throws SQLException {
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			statement.execute("update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null");
		}
	}

	private Map<String, String> states() throws SQLException {
		Map<String, String> states = new TreeMap<>();
		read("select type || ' ' || name, state from operation",
				(row) -> states.put(row.getString(1), row.getString(2)));
		return states;
	}

	/** Every ending in the audit trail. */
	private List<String> audited() throws SQLException {
		List<String> audited = new ArrayList<>();
		read("""
				select type || ' ' || name from audit_entry join operation on request_id = operation.id::text
				where action = 'operation.confirmed'""", (row) -> audited.add(row.getString(1)));
		return audited;
	}

	private void read(String sql, Reading reading) throws SQLException {
		try (Connection connection = this.database.connect();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				reading.of(rows);
			}
		}
	}

	@FunctionalInterface
	private interface Reading {

		void of(ResultSet row) throws SQLException;

	}

}
