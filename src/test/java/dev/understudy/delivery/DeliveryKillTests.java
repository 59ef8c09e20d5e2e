package dev.understudy.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.understudy.PostgresServer;
import dev.understudy.PostgresServer.Database;
import dev.understudy.simulator.SimulatorProcess;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the real process at each step of delivery while "SageMaker" lives on. The oracle
 * is the simulator's own ledger of accepted calls.
 */
class DeliveryKillTests {

	private static final int LIKE_KILL_9 = 137;

	@TempDir
	private Path directory;

	private final Database database = PostgresServer.newDatabase();

	@Test
	void aProcessKilledAtAnyStepLosesNothingAndDoublesNothing() throws Exception {
		try (SimulatorProcess simulator = SimulatorProcess.start(this.directory.resolve("simulator"))) {
			for (KilledAt step : KilledAt.values()) {
				int expected = (step == KilledAt.NEVER) ? 0 : LIKE_KILL_9;
				assertThat(run(step, simulator)).as("exit of the process killed when %s", step).isEqualTo(expected);
				letGoOfTheDead();
			}
			Map<String, String> once = Arrays.stream(KilledAt.values())
				.filter((it) -> it != KilledAt.NEVER)
				.collect(Collectors.toMap(DeliveryAlone::name, (it) -> "confirmed"));
			assertThat(states()).containsExactlyInAnyOrderEntriesOf(once);
			assertThat(simulator.control().ledger()).extracting((it) -> it.path("Name").asString())
				.containsExactlyInAnyOrderElementsOf(once.keySet());
		}
	}

	private int run(KilledAt step, SimulatorProcess simulator) throws IOException, InterruptedException {
		Path output = this.directory.resolve(step + ".log");
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC", "-Xmx256m", "-cp", System.getProperty("java.class.path"),
						DeliveryAlone.class.getName(), step.name()));
		properties(simulator).forEach((name, value) -> command.add("--%s=%s".formatted(name, value)));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		if (!process.waitFor(90, TimeUnit.SECONDS)) {
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
		properties.put("understudy.delivery.shortest-wait", "50ms");
		properties.put("understudy.delivery.longest-wait", "300ms");
		properties.put("understudy.jobs.poll", "100ms");
		return properties;
	}

	// Stands for the forty seconds after which db-scheduler takes a silent process for
	// dead.
	private void letGoOfTheDead() throws SQLException {
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			statement.execute("update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null");
		}
	}

	private Map<String, String> states() throws SQLException {
		Map<String, String> states = new TreeMap<>();
		try (Connection connection = this.database.connect();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("select name, state from operation")) {
			while (rows.next()) {
				states.put(rows.getString(1), rows.getString(2));
			}
		}
		return states;
	}

}
