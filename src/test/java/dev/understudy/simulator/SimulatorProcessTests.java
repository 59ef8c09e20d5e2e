package dev.understudy.simulator;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.understudy.Aside;

import static org.assertj.core.api.Assertions.assertThat;

@Aside
class SimulatorProcessTests {

	@Test
	void aKilledSimulatorComesBackWithEverythingItHadAccepted(@TempDir Path directory) {
		String definition = Requests.on("churn-prod", Requests.create("kept")).toString();
		String past = "{\"Definition\": %s, \"Status\": \"Created\", \"CreationTime\": 1790000000, \"StartTime\": 4000000000, \"EndTime\": 4000600000}"
			.formatted(definition);
		SimulatorProcess simulator = SimulatorProcess.start(directory);
		try {
			simulator.control().send("POST", "experiments", past);
			simulator.control().fault("*", "throttle", Map.of("times", 100));
			int port = simulator.port();
			simulator = simulator.restart();
			assertThat(simulator.port()).isEqualTo(port);
			assertThat(simulator.control().waitingFaults()).isEmpty();
			simulator.control().fail("kept", "it was still there");
		}
		finally {
			simulator.close();
		}
	}

}
