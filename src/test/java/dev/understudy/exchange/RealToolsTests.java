package dev.understudy.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DescribeInferenceExperimentResponse;
import software.amazon.awssdk.services.sagemaker.model.Tag;

import dev.understudy.Aside;
import dev.understudy.Requirements;
import dev.understudy.definition.CanonicalForm;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.simulator.RunningSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Exports that are run, as they are, by the tools they were made for. SageMaker is the
 * simulator.
 */
@Aside
class RealToolsTests {

	private static final String DESCRIPTION = "it's \"v7\" for $5 \u00e4 \uD83D\uDE00 \\n";

	private static final Instant START = Clock.systemUTC()
		.instant()
		.plus(Duration.ofDays(2))
		.truncatedTo(ChronoUnit.SECONDS);

	@TempDir
	static Path directory;

	private static RunningSimulator simulator;

	@BeforeAll
	static void start() {
		simulator = new RunningSimulator(directory.resolve("data"));
	}

	@AfterAll
	static void stop() {
		simulator.close();
	}

	@Test
	void theAwsCliCreatesTheExperiment() {
		Tool aws = Tool.demand(Requirements.AWSCLI, "aws", "install the package awscli");
		String output = Tool.shell().run(directory, shell(aws) + export("by-cli", Format.CLI).text());
		assertThat(output).contains("arn:aws:sagemaker:us-east-1:111122223333:inference-experiment/by-cli");
		assertThatItStandsInSageMaker("by-cli");
	}

	@Test
	void aCommandMeansToTheAwsCliWhatItMeansHere() {
		Tool aws = Tool.demand(Requirements.AWSCLI, "aws", "install the package awscli");
		String command = Commands.COMPLETE.replace("fraud-v7-shadow", "by-hand")
			.replace("2026-12-01T08:00:00Z", START.toString())
			.replace("2026-12-08T08:00:00Z", START.plus(Duration.ofDays(2)).toString());
		Tool.shell().run(directory, shell(aws) + command);
		Draft imported = ImportedText.read(command, null).definition();
		String described = Tool.shell()
			.run(directory,
					shell(aws) + "aws sagemaker describe-inference-experiment --region us-east-1 --name by-hand\n");
		assertThat(CanonicalForm.of(ImportedText.read(described, null).definition()))
			.isEqualTo(CanonicalForm.of(imported.with("/Tags", null)));
		try (SageMakerClient client = simulator.client()) {
			String arn = client.describeInferenceExperiment((request) -> request.name("by-hand")).arn();
			assertThat(client.listTags((request) -> request.resourceArn(arn)).tags())
				.extracting((tag) -> tag.key() + "=" + tag.value())
				.containsExactlyInAnyOrder("team=fraud", "cost-center=");
		}
	}

	@Test
	void boto3CreatesTheExperiment() throws IOException {
		Tool python = Tool.demand(Requirements.PYTHON, "python3", "install Python 3 with boto3");
		Requirements.PYTHON.demand(python.tried(directory, "", "-c", "import boto3").exit() == 0, "install boto3");
		Path program = Files.writeString(directory.resolve("export.py"), export("by-boto3", Format.BOTO3).text());
		String output = python.run(directory, "", "-c", """
				import boto3, functools, runpy, sys
				boto3.client = functools.partial(boto3.client, endpoint_url=sys.argv[1])
				runpy.run_path(sys.argv[2])
				""", simulator.endpoint().toString(), program.toString());
		assertThat(output.strip()).isEqualTo("arn:aws:sagemaker:us-east-1:111122223333:inference-experiment/by-boto3");
		assertThatItStandsInSageMaker("by-boto3");
	}

	@Test
	void cfnLintFindsNothingWrong() throws IOException {
		Tool lint = Tool.demand(Requirements.CFNLINT, "cfn-lint", "install cfn-lint");
		Path template = Files.writeString(directory.resolve("export.yaml"),
				export("by-stack", Format.CLOUDFORMATION).text());
		Tool.Result result = lint.tried(directory, "", "--regions", "us-east-1", "--template", template.toString());
		assertThat(result.output() + result.errors()).isEmpty();
		assertThat(result.exit()).isZero();
		Path wrong = Files.writeString(directory.resolve("wrong.yaml"),
				Files.readString(template).replace("SamplingPercentage", "Sampling"));
		assertThat(lint.tried(directory, "", "--template", wrong.toString()).output()).contains("Sampling");
	}

	/** The program as a shell calls it, sent to the simulator. */
	private static String shell(Tool aws) {
		return "aws() { %s --endpoint-url %s --output json \"$@\"; }\n".formatted(aws.executable(),
				simulator.endpoint());
	}

	private static void assertThatItStandsInSageMaker(String name) {
		try (SageMakerClient client = simulator.client()) {
			DescribeInferenceExperimentResponse seen = client
				.describeInferenceExperiment((request) -> request.name(name));
			assertThat(seen.description()).isEqualTo(DESCRIPTION);
			assertThat(seen.schedule().startTime()).isEqualTo(START);
			assertThat(seen.modelVariants()).hasSize(2);
			assertThat(client.listTags((request) -> request.resourceArn(seen.arn())).tags()).extracting(Tag::key)
				.containsExactlyInAnyOrder("team", "cost-center");
		}
	}

	private static Export export(String name, Format format) {
		Draft draft = Drafts.with("/Name", name);
		draft = Drafts.change(draft, "/Description", DESCRIPTION);
		draft = Drafts.change(draft, "/Schedule/StartTime", START.toString());
		draft = Drafts.change(draft, "/Schedule/EndTime", START.plus(Duration.ofDays(2)).toString());
		return Export.of(draft, NastyDrafts.TARGET, format, START.minus(Duration.ofDays(1)));
	}

}
