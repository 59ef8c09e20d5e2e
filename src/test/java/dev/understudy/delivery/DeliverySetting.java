package dev.understudy.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

import dev.understudy.TestDatabase;
import dev.understudy.simulator.SimulatorControl;
import dev.understudy.simulator.SimulatorProcess;

/**
 * Delivery on a real database against the simulator, with the durations cut short; one of
 * each for all who inherit it.
 */
@ApplicationModuleTest(mode = BootstrapMode.DIRECT_DEPENDENCIES)
@Import({ TestDatabase.class, Submissions.class })
abstract class DeliverySetting {

	static final String CREATE = "CreateInferenceExperiment";

	static final String DESCRIBE = "DescribeInferenceExperiment";

	private static final Path DIRECTORY = newDirectory();

	private static final SimulatorProcess SIMULATOR = start();

	final SimulatorControl sageMaker = SIMULATOR.control();

	@Autowired
	Operations operations;

	@Autowired
	Submissions submissions;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("understudy.sagemaker.endpoint", SIMULATOR::endpoint);
		registry.add("understudy.sagemaker.call-timeout", () -> "3s");
		registry.add("understudy.data-dir", () -> DIRECTORY);
		registry.add("understudy.delivery.settle", () -> "4s");
		registry.add("understudy.delivery.in-use", () -> "1s");
		registry.add("understudy.delivery.missing-for", () -> "500ms");
		registry.add("understudy.delivery.shortest-wait", () -> "50ms");
		registry.add("understudy.delivery.longest-wait", () -> "300ms");
		registry.add("understudy.delivery.person-wait", () -> "300ms");
		registry.add("understudy.jobs.poll", () -> "100ms");
	}

	@AfterEach
	void endEverything() {
		this.sageMaker.clearFaults();
		this.submissions.open();
		this.submissions.awaitTheEndOfAll();
	}

	/** The calls to create one of that name that SageMaker accepted. */
	List<JsonNode> created(String name) {
		return this.sageMaker.ledger()
			.stream()
			.filter((it) -> it.path("operation").asString().equals(CREATE))
			.filter((it) -> it.path("Name").asString().equals(name))
			.toList();
	}

	// It outlives the test class, as the application context does.
	private static SimulatorProcess start() {
		SimulatorProcess process = SimulatorProcess.start(DIRECTORY.resolve("simulator"),
				"--understudy.simulator.provisioning=300ms");
		Runtime.getRuntime().addShutdownHook(new Thread(process::close));
		return process;
	}

	private static Path newDirectory() {
		try {
			return Files.createTempDirectory("delivery");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
