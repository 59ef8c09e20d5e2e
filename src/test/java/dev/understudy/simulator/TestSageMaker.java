package dev.understudy.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import tools.jackson.databind.node.ObjectNode;

/**
 * The simulated SageMaker without HTTP, on a clock that stands still until it is moved.
 */
final class TestSageMaker implements AutoCloseable {

	static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

	static final Duration PROVISIONING = Duration.ofSeconds(3);

	private final Path directory;

	private final Arns arns;

	private Instant now = START;

	private SimulatedSageMaker sageMaker;

	TestSageMaker(Path directory) {
		this(directory, new Arns("111122223333", "us-east-1"));
	}

	TestSageMaker(Path directory, Arns arns) {
		this.directory = directory;
		this.arns = arns;
		this.sageMaker = open();
	}

	private SimulatedSageMaker open() {
		Journal journal = Journal.open(this.directory);
		try {
			return new SimulatedSageMaker(new Settings(PROVISIONING, 5, this.arns), journal,
					new SimulatorClock(() -> this.now));
		}
		catch (RuntimeException ex) {
			close(journal);
			throw ex;
		}
	}

	SimulatedSageMaker sageMaker() {
		return this.sageMaker;
	}

	Instant now() {
		return this.now;
	}

	void pass(Duration time) {
		this.now = this.now.plus(time);
	}

	void settle() {
		pass(PROVISIONING);
	}

	ObjectNode call(String operation, ObjectNode input) {
		return this.sageMaker.call(operation, input, "request");
	}

	ObjectNode create(ObjectNode request) {
		return call("CreateInferenceExperiment", request);
	}

	ObjectNode describe(String name) {
		return call("DescribeInferenceExperiment", Requests.named(name));
	}

	String status(String name) {
		return Json.require(describe(name), "Status");
	}

	ObjectNode endpoint(String name) {
		return call("DescribeEndpoint", Json.object().put("EndpointName", name));
	}

	/**
	 * The models of the endpoint's configuration, such as {@code [fraud-v6 | fraud-v7]}.
	 */
	String deployed(String name) {
		ObjectNode config = call("DescribeEndpointConfig",
				Json.object().put("EndpointConfigName", Json.require(endpoint(name), "EndpointConfigName")));
		return models(config, "ProductionVariants") + " | " + models(config, "ShadowProductionVariants");
	}

	private static String models(ObjectNode config, String member) {
		return String.join(",",
				Json.objects(config, member).stream().map((variant) -> Json.require(variant, "ModelName")).toList());
	}

	void restart() {
		close();
		this.sageMaker = open();
	}

	@Override
	public void close() {
		close(this.sageMaker);
	}

	private static void close(Closeable closeable) {
		try {
			closeable.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
