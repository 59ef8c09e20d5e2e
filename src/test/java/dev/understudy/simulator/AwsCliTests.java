package dev.understudy.simulator;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.understudy.Aside;
import dev.understudy.Patience;
import dev.understudy.Requirements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The AWS CLI against the simulator, unmodified: a client nobody here wrote.
 */
@Aside
class AwsCliTests {

	private static final String PROMOTE = "production=Remove,shadow=Promote";

	@TempDir
	static Path directory;

	private static RunningSimulator simulator;

	private static String executable;

	@BeforeAll
	static void start() {
		Optional<String> found = find();
		Requirements.AWSCLI.demand(found.isPresent(), "install the package awscli");
		executable = found.orElseThrow();
		simulator = new RunningSimulator(directory.resolve("data"));
	}

	@AfterAll
	static void stop() {
		if (simulator != null) {
			simulator.close();
		}
	}

	@Test
	void anExperimentLivesThroughAllSevenOperations() throws Exception {
		JsonNode created = aws("create-inference-experiment", "--cli-input-json",
				request(Requests.tagged(Requests.create("cli-life"), "team", "fraud")));
		String arn = created.path("InferenceExperimentArn").asString();
		assertThat(arn).isEqualTo("arn:aws:sagemaker:us-east-1:111122223333:inference-experiment/cli-life");
		assertThat(describe("cli-life").path("Status").asString()).isEqualTo("Creating");
		settle();
		assertThat(describe("cli-life").path("Status").asString()).isEqualTo("Running");
		aws("update-inference-experiment", "--name", "cli-life", "--description", "longer");
		settle();
		assertThat(describe("cli-life").path("Description").asString()).isEqualTo("longer");
		assertThat(aws("list-inference-experiments", "--status-equals", "Running", "--sort-by", "Name")
			.path("InferenceExperiments")
			.path(0)
			.path("Name")
			.asString()).isEqualTo("cli-life");
		aws("stop-inference-experiment", "--name", "cli-life", "--model-variant-actions", PROMOTE, "--reason",
				"better");
		settle();
		JsonNode ended = describe("cli-life");
		assertThat(ended.path("Status").asString()).isEqualTo("Completed");
		assertThat(ended.path("StatusReason").asString()).isEqualTo("better");
		aws("add-tags", "--resource-arn", arn, "--tags", "Key=stage,Value=done");
		aws("delete-tags", "--resource-arn", arn, "--tag-keys", "team");
		assertThat(aws("list-tags", "--resource-arn", arn).path("Tags").toString())
			.isEqualTo("[{\"Key\":\"stage\",\"Value\":\"done\"}]");
		aws("delete-inference-experiment", "--name", "cli-life");
		assertThat(refused("describe-inference-experiment", "--name", "cli-life"))
			.contains("(ResourceNotFound) when calling the DescribeInferenceExperiment operation");
	}

	@Test
	void aScheduledExperimentIsStartedEarlyAndAnIllegalCallIsAConflict() throws Exception {
		Instant start = simulator.control().now().plus(Duration.ofDays(1));
		aws("create-inference-experiment", "--cli-input-json", request(
				Requests.on("churn-prod", Requests.scheduled("cli-early", start, start.plus(Duration.ofDays(1))))));
		settle();
		assertThat(refused("stop-inference-experiment", "--name", "cli-early", "--model-variant-actions", PROMOTE))
			.contains("(ConflictException)");
		aws("start-inference-experiment", "--name", "cli-early");
		assertThat(describe("cli-early").path("Status").asString()).isEqualTo("Starting");
	}

	@Test
	void refusalsReadAsFromAws() throws Exception {
		assertThat(refused("create-inference-experiment", "--cli-input-json",
				request(Requests.create("cli-bad").put("Type", "Canary"))))
			.contains("An error occurred (ValidationException) when calling the CreateInferenceExperiment operation: "
					+ "1 validation error detected: Value 'Canary' at 'type' failed to satisfy constraint: "
					+ "Member must satisfy enum value set: [ShadowMode]");
		assertThat(refused("describe-endpoint", "--endpoint-name", "nowhere")).contains("(ValidationException)",
				"Could not find endpoint");
	}

	@Test
	void everyPageOfEndpointsIsRead() throws Exception {
		assertThat(aws("list-endpoints").path("Endpoints").size()).isEqualTo(18);
		assertThat(
				aws("describe-endpoint", "--endpoint-name", "already-shadowed").path("ShadowProductionVariants").size())
			.isOne();
	}

	private static void settle() {
		simulator.control().advance(Duration.ofHours(1));
	}

	private static JsonNode describe(String name) throws Exception {
		return aws("describe-inference-experiment", "--name", name);
	}

	private static String request(ObjectNode request) throws IOException {
		Path file = Files.createTempFile(directory, "request", ".json");
		Files.writeString(file, request.toString());
		return "file://" + file;
	}

	private static JsonNode aws(String... arguments) throws Exception {
		Result result = run(arguments);
		assertThat(result.exit()).as(result.output()).isZero();
		return result.output().isBlank() ? Json.object() : Json.MAPPER.readTree(result.output());
	}

	private static String refused(String... arguments) throws Exception {
		Result result = run(arguments);
		assertThat(result.exit()).as(result.output()).isNotZero();
		return result.output();
	}

	private static Result run(String... arguments) throws Exception {
		List<String> command = new ArrayList<>(List.of(executable, "--endpoint-url", simulator.endpoint().toString(),
				"--region", "us-east-1", "--output", "json", "sagemaker"));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment()
			.putAll(Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test", "AWS_PAGER", "",
					"AWS_CONFIG_FILE", "/dev/null", "AWS_SHARED_CREDENTIALS_FILE", "/dev/null"));
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(Patience.VERY_LONG)).isTrue();
		return new Result(process.exitValue(), output);
	}

	/** The first AWS CLI on the path. */
	private static Optional<String> find() {
		return Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.map((folder) -> Path.of(folder, "aws"))
			.filter(Files::isExecutable)
			.map(Path::toString)
			.findFirst();
	}

	private record Result(int exit, String output) {
	}

}
