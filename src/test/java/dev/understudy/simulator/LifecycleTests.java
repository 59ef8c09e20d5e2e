package dev.understudy.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LifecycleTests {

	private static final Duration HOUR = Duration.ofHours(1);

	@TempDir
	Path directory;

	private TestSageMaker sageMaker;

	@BeforeEach
	void open() {
		this.sageMaker = new TestSageMaker(this.directory);
	}

	@AfterEach
	void close() {
		this.sageMaker.close();
	}

	@Test
	void anExperimentWithoutAScheduleRunsAtOnceForSevenDays() {
		assertThat(Json.text(this.sageMaker.create(Requests.create("Now")), "InferenceExperimentArn"))
			.isEqualTo("arn:aws:sagemaker:us-east-1:111122223333:inference-experiment/now");
		assertThat(this.sageMaker.status("Now")).isEqualTo("Creating");
		assertThat(endpointStatus()).isEqualTo("Updating");
		this.sageMaker.settle();
		assertThat(this.sageMaker.status("Now")).isEqualTo("Running");
		assertThat(endpointStatus()).isEqualTo("InService");
		assertThat(this.sageMaker.deployed("fraud-prod")).isEqualTo("fraud-v6 | fraud-v7");
		this.sageMaker.pass(Duration.ofDays(7).minusSeconds(4));
		assertThat(this.sageMaker.status("Now")).isEqualTo("Running");
		this.sageMaker.pass(Duration.ofSeconds(1));
		assertThat(this.sageMaker.status("Now")).isEqualTo("Stopping");
		this.sageMaker.settle();
		assertThat(this.sageMaker.status("Now")).isEqualTo("Completed");
		assertThat(this.sageMaker.deployed("fraud-prod")).isEqualTo("fraud-v6 | ");
	}

	@Test
	void aScheduledExperimentPassesEveryStatusAtItsTimeHoweverRarelyOneLooks() {
		this.sageMaker.create(scheduled("later"));
		List<String> seen = new ArrayList<>();
		for (Duration step : List.of(Duration.ZERO, Duration.ofSeconds(3), HOUR.minusSeconds(3), Duration.ofSeconds(3),
				HOUR.minusSeconds(3), Duration.ofSeconds(3))) {
			this.sageMaker.pass(step);
			seen.add(this.sageMaker.status("later"));
		}
		assertThat(seen).containsExactly("Creating", "Created", "Starting", "Running", "Stopping", "Completed");
		assertThat(Json.time(this.sageMaker.describe("later"), "CompletionTime"))
			.isEqualTo(TestSageMaker.START.plus(HOUR).plus(HOUR).plusSeconds(3));
	}

	@Test
	void lookingOnceAfterEverythingTellsTheSameTimes() {
		this.sageMaker.create(scheduled("later"));
		this.sageMaker.pass(Duration.ofDays(3));
		assertThat(this.sageMaker.status("later")).isEqualTo("Completed");
		assertThat(Json.time(this.sageMaker.describe("later"), "CompletionTime"))
			.isEqualTo(TestSageMaker.START.plus(HOUR).plus(HOUR).plusSeconds(3));
	}

	@ParameterizedTest
	@CsvSource({ "Remove, Promote, 'fraud-v7 | '", "Retain, Remove, 'fraud-v6 | '",
			"Retain, Retain, 'fraud-v6 | fraud-v7'", "Promote, Remove, 'fraud-v6 | '" })
	void stopDoesWithEachVariantWhatItIsTold(String production, String shadow, String left) {
		running("test");
		this.sageMaker.call("StopInferenceExperiment",
				Requests.stop("test", production, shadow).put("Reason", "decided"));
		assertThat(this.sageMaker.status("test")).isEqualTo("Stopping");
		this.sageMaker.settle();
		assertThat(this.sageMaker.status("test")).isEqualTo("Completed");
		assertThat(Json.text(this.sageMaker.describe("test"), "StatusReason")).isEqualTo("decided");
		assertThat(this.sageMaker.deployed("fraud-prod")).isEqualTo(left);
	}

	@Test
	void stopTakesTheDesiredVariantsAndTheDesiredState() {
		running("test");
		ObjectNode stop = Requests.stop("test", "Remove", "Promote").put("DesiredState", "Cancelled");
		stop.putArray("DesiredModelVariants").add(Requests.variant("shadow", "ranking-2026-11"));
		this.sageMaker.call("StopInferenceExperiment", stop);
		this.sageMaker.settle();
		assertThat(this.sageMaker.status("test")).isEqualTo("Cancelled");
		assertThat(this.sageMaker.deployed("fraud-prod")).isEqualTo("ranking-2026-11 | ");
	}

	@ParameterizedTest
	@CsvSource({ "Remove, Remove", "Promote, Promote", "Retain, Promote" })
	void stopLeavesExactlyOneProductionVariant(String production, String shadow) {
		running("test");
		refused(() -> this.sageMaker.call("StopInferenceExperiment", Requests.stop("test", production, shadow)),
				"ValidationException");
	}

	@Test
	void stopRefusesAVariantThatIsNotThere() {
		running("test");
		ObjectNode stop = Requests.named("test");
		stop.putObject("ModelVariantActions").put("nobody", "Remove");
		refused(() -> this.sageMaker.call("StopInferenceExperiment", stop), "ValidationException");
	}

	@ParameterizedTest
	@CsvSource({ "none, ml.m5.xlarge, Could not find model", "many-1, ml.m5.xlarge, multi-model",
			"chained-1, ml.m5.xlarge, multi-container", "fraud-v7, ml.inf1.xlarge, ml.inf1.xlarge is not supported" })
	void noVariantRunsWhatShadowTestsCannot(String model, String instanceType, String words) {
		ObjectNode variant = Requests.variant("shadow", model);
		((ObjectNode) variant.path("InfrastructureConfig").path("RealTimeInferenceConfig")).put("InstanceType",
				instanceType);
		ObjectNode create = Requests.create("unfit");
		create.set("ModelVariants", Json.array().add(Requests.variant("production", "fraud-v6")).add(variant));
		refused(() -> this.sageMaker.create(create), "ValidationException").hasMessageContaining(words);
		running("test");
		ObjectNode stop = Requests.stop("test", "Remove", "Promote");
		stop.putArray("DesiredModelVariants").add(variant);
		refused(() -> this.sageMaker.call("StopInferenceExperiment", stop), "ValidationException")
			.hasMessageContaining(words);
		assertThat(this.sageMaker.status("test")).isEqualTo("Running");
	}

	@Test
	void aBrokenModelEndsAsCancelledWithAReasonAndLeavesTheEndpointAlone() {
		ObjectNode request = Requests.create("unlucky");
		request.set("ModelVariants",
				Json.array()
					.add(Requests.variant("production", "fraud-v6"))
					.add(Requests.variant("shadow", "fraud-broken")));
		this.sageMaker.create(request);
		this.sageMaker.settle();
		assertThat(this.sageMaker.status("unlucky")).isEqualTo("Cancelled");
		assertThat(Json.text(this.sageMaker.describe("unlucky"), "StatusReason")).contains("shadow", "health check");
		assertThat(endpointStatus()).isEqualTo("InService");
		assertThat(this.sageMaker.deployed("fraud-prod")).isEqualTo("fraud-v6 | ");
	}

	@Test
	void aFailureRevertsTheEndpoint() {
		running("test");
		new SampleExperiments(this.sageMaker.sageMaker()).fail("test", "capacity");
		assertThat(this.sageMaker.status("test")).isEqualTo("Cancelled");
		assertThat(this.sageMaker.deployed("fraud-prod")).isEqualTo("fraud-v6 | ");
	}

	@Test
	void startIsForCreatedExperimentsAndKeepsTheEndWithinThirtyDays() {
		Instant start = TestSageMaker.START.plus(Duration.ofDays(10));
		this.sageMaker.create(Requests.scheduled("early", start, start.plus(Duration.ofDays(25))));
		refusedConflict("StartInferenceExperiment", Requests.named("early"));
		this.sageMaker.settle();
		this.sageMaker.call("StartInferenceExperiment", Requests.named("early"));
		assertThat(this.sageMaker.status("early")).isEqualTo("Starting");
		assertThat(Json.time(this.sageMaker.describe("early").path("Schedule"), "EndTime"))
			.isEqualTo(this.sageMaker.now().plus(Duration.ofDays(30)));
		refusedConflict("StartInferenceExperiment", Requests.named("early"));
	}

	@Test
	void updateOfACreatedExperimentTakesEveryUpdatableField() {
		this.sageMaker.create(scheduled("later"));
		refusedConflict("UpdateInferenceExperiment", Requests.named("later").put("Description", "x"));
		this.sageMaker.settle();
		Instant end = TestSageMaker.START.plus(Duration.ofDays(2));
		ObjectNode update = Requests.named("later").put("Description", "new");
		update.putObject("Schedule").put("EndTime", Json.seconds(end));
		update.set("ModelVariants",
				Json.array()
					.add(Requests.variant("production", "fraud-v6"))
					.add(Requests.variant("shadow", "churn-4")));
		update.set("ShadowModeConfig", Requests.shadowMode(100));
		update.putObject("DataStorageConfig").put("Destination", "s3://acme-sagemaker/other");
		this.sageMaker.call("UpdateInferenceExperiment", update);
		assertThat(this.sageMaker.status("later")).isEqualTo("Updating");
		this.sageMaker.settle();
		ObjectNode description = this.sageMaker.describe("later");
		assertThat(Json.text(description, "Status")).isEqualTo("Created");
		assertThat(Json.text(description, "Description")).isEqualTo("new");
		assertThat(Json.time(description.path("Schedule"), "EndTime")).isEqualTo(end);
		assertThat(description.path("ModelVariants").path(1).path("ModelName").asString()).isEqualTo("churn-4");
		assertThat(description.path("DataStorageConfig").path("Destination").asString())
			.isEqualTo("s3://acme-sagemaker/other");
	}

	@Test
	void updateOfARunningExperimentTakesDescriptionSamplingAndEndOnly() {
		running("test");
		ObjectNode update = Requests.named("test").put("Description", "more");
		update.set("ShadowModeConfig", Requests.shadowMode(100));
		update.putObject("Schedule").put("EndTime", Json.seconds(TestSageMaker.START.plus(Duration.ofDays(9))));
		this.sageMaker.call("UpdateInferenceExperiment", update);
		this.sageMaker.settle();
		assertThat(this.sageMaker.status("test")).isEqualTo("Running");
		assertThat(this.sageMaker.endpoint("fraud-prod")
			.path("ShadowProductionVariants")
			.path(0)
			.path("CurrentWeight")
			.asDouble()).isEqualTo(1.0);
		ObjectNode moved = Requests.named("test");
		moved.putObject("Schedule").put("StartTime", Json.seconds(this.sageMaker.now()));
		refusedConflict("UpdateInferenceExperiment", moved);
		ObjectNode other = Requests.named("test");
		other.set("ModelVariants",
				Json.array()
					.add(Requests.variant("production", "fraud-v6"))
					.add(Requests.variant("shadow", "churn-4")));
		refusedConflict("UpdateInferenceExperiment", other);
	}

	@Test
	void deleteFreesTheNameAtOnceButNotOfARunningExperiment() {
		running("test");
		refusedConflict("DeleteInferenceExperiment", Requests.named("test"));
		this.sageMaker.pass(Duration.ofDays(8));
		this.sageMaker.call("DeleteInferenceExperiment", Requests.named("test"));
		refused(() -> this.sageMaker.describe("test"), "ResourceNotFound");
		this.sageMaker.create(Requests.create("test"));
		assertThat(this.sageMaker.status("test")).isEqualTo("Creating");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Start", "Stop", "Update", "Delete", "Describe" })
	void whatIsNotThereIsNotFound(String verb) {
		ObjectNode request = verb.equals("Stop") ? Requests.stop("nobody", "Retain", "Remove")
				: Requests.named("nobody");
		refused(() -> this.sageMaker.call(verb + "InferenceExperiment", request), "ResourceNotFound");
	}

	@ParameterizedTest
	@ValueSource(strings = { "taken", "TAKEN" })
	void aNameIsTakenWhateverItsCase(String name) {
		this.sageMaker.create(scheduled("taken"));
		refused(() -> this.sageMaker.create(scheduled(name)), "ResourceInUse");
	}

	@Test
	void manyMayBeScheduledOnAnEndpointButOneRuns() {
		this.sageMaker.create(scheduled("one"));
		this.sageMaker.create(scheduled("two"));
		running("now");
		refused(() -> this.sageMaker.create(Requests.create("second")), "ResourceInUse");
		refused(() -> this.sageMaker.call("StartInferenceExperiment", Requests.named("one")), "ResourceInUse");
		this.sageMaker.pass(HOUR);
		assertThat(this.sageMaker.status("one")).isEqualTo("Cancelled");
		assertThat(Json.text(this.sageMaker.describe("one"), "StatusReason")).contains("in use");
	}

	@Test
	void theLimitCountsUnfinishedExperimentsOnly() {
		for (int index = 0; index < 5; index++) {
			this.sageMaker.create(scheduled("test-" + index));
		}
		refused(() -> this.sageMaker.create(scheduled("one-more")), "ResourceLimitExceeded");
		this.sageMaker.pass(Duration.ofDays(1));
		this.sageMaker.create(Requests.create("one-more"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "chat-serverless", "batch-async", "many-models", "chained", "legacy-inf1", "split-traffic",
			"components", "updating-now", "failed", "already-shadowed" })
	void endpointsThatCannotCarryAShadowTestAreRefusedInWords(String endpoint) {
		refused(() -> this.sageMaker.create(Requests.on(endpoint, Requests.create("test"))), "ValidationException")
			.hasMessageContaining(endpoint);
	}

	@Test
	void unknownEndpointsAndModelsAreNamedByTheirArn() {
		refused(() -> this.sageMaker.create(Requests.on("nowhere", Requests.create("test"))), "ValidationException")
			.hasMessage("Could not find endpoint \"arn:aws:sagemaker:us-east-1:111122223333:endpoint/nowhere\".");
		ObjectNode request = Requests.create("test");
		request.set("ModelVariants",
				Json.array().add(Requests.variant("production", "fraud-v6")).add(Requests.variant("shadow", "none")));
		refused(() -> this.sageMaker.create(request), "ValidationException")
			.hasMessage("Could not find model \"arn:aws:sagemaker:us-east-1:111122223333:model/none\".");
	}

	@ParameterizedTest
	@CsvSource({ "PT2H, PT1H", "PT1H, PT1H", "-PT3H, -PT1H", "PT1H, PT722H" })
	void impossibleSchedulesAreRefused(Duration start, Duration end) {
		refused(() -> this.sageMaker
			.create(Requests.scheduled("test", TestSageMaker.START.plus(start), TestSageMaker.START.plus(end))),
				"ValidationException");
	}

	@ParameterizedTest
	@ValueSource(strings = { "model/fraud-v6", "endpoint-config/fraud-prod", "endpoint/fraud-prod" })
	void whatWasNeverTaggedHasNoTags(String resource) {
		ObjectNode request = Json.object().put("ResourceArn", "arn:aws:sagemaker:us-east-1:111122223333:" + resource);
		assertThat(this.sageMaker.call("ListTags", request)).isEqualTo(Json.object().set("Tags", Json.array()));
		this.sageMaker.call("AddTags", Requests.tagged(request.deepCopy(), "team", "fraud"));
		assertThat(this.sageMaker.call("ListTags", request).path("Tags").size()).isOne();
	}

	@Test
	void aShadowThatStandsThereAlreadyHasAWeight() {
		JsonNode shadow = this.sageMaker.endpoint("already-shadowed").path("ShadowProductionVariants").path(0);
		assertThat(shadow.path("CurrentWeight").asDouble(-1)).isEqualTo(1.0);
		assertThat(shadow.path("DesiredWeight").asDouble(-1)).isEqualTo(1.0);
	}

	@Test
	void aStartThatHasPassedMeansNow() {
		this.sageMaker
			.create(Requests.scheduled("test", TestSageMaker.START.minus(HOUR), TestSageMaker.START.plus(HOUR)));
		this.sageMaker.settle();
		assertThat(this.sageMaker.status("test")).isEqualTo("Running");
	}

	@Test
	void anUpdateToAStartThatHasPassedMeansNow() {
		this.sageMaker.create(scheduled("test"));
		this.sageMaker.settle();
		Instant updated = this.sageMaker.now();
		ObjectNode update = Requests.named("test");
		update.putObject("Schedule").put("StartTime", Json.seconds(updated.minus(HOUR)));
		this.sageMaker.call("UpdateInferenceExperiment", update);
		assertThat(Json.time(this.sageMaker.describe("test").path("Schedule"), "StartTime")).isEqualTo(updated);
		this.sageMaker.settle();
		assertThat(this.sageMaker.status("test")).isEqualTo("Starting");
		assertThat(modified("test")).isEqualTo(updated.plus(TestSageMaker.PROVISIONING));
	}

	@Test
	void noStepIsDatedBeforeTheOneThatPrecededIt() {
		Instant start = TestSageMaker.START.plusSeconds(1);
		this.sageMaker.create(Requests.scheduled("hasty", start, start.plusSeconds(1)));
		this.sageMaker.settle();
		assertThat(this.sageMaker.status("hasty")).isEqualTo("Starting");
		assertThat(modified("hasty")).isEqualTo(TestSageMaker.START.plusSeconds(3));
		this.sageMaker.settle();
		assertThat(this.sageMaker.status("hasty")).isEqualTo("Stopping");
		assertThat(modified("hasty")).isEqualTo(TestSageMaker.START.plusSeconds(6));
	}

	@Test
	void anotherPastForgetsThatItWasStopped() {
		running("test");
		this.sageMaker.call("StopInferenceExperiment", Requests.stop("test", "Retain", "Retain"));
		new SampleExperiments(this.sageMaker.sageMaker()).rewrite("test",
				Past.running(TestSageMaker.START, TestSageMaker.START, this.sageMaker.now().plus(HOUR)));
		this.sageMaker.pass(HOUR.plusSeconds(3));
		assertThat(this.sageMaker.status("test")).isEqualTo("Completed");
		assertThat(this.sageMaker.deployed("fraud-prod")).isEqualTo("fraud-v6 | ");
	}

	@Test
	void samplesCanHaveAnyPast() {
		SampleExperiments samples = new SampleExperiments(this.sageMaker.sageMaker());
		Instant twoDaysAgo = TestSageMaker.START.minus(Duration.ofDays(2));
		this.sageMaker.create(Requests.tagged(Requests.create("old"), "team", "fraud"));
		samples.rewrite("old", Past.running(twoDaysAgo, twoDaysAgo, TestSageMaker.START.plus(HOUR)));
		samples.put(Requests.on("churn-prod", Requests.create("done")),
				Past.completed(twoDaysAgo, twoDaysAgo, twoDaysAgo.plus(HOUR), null));
		samples.put(Requests.on("churn-prod", Requests.create("bad")),
				Past.cancelled(twoDaysAgo, twoDaysAgo, twoDaysAgo.plus(HOUR), "no capacity"));
		samples.put(Requests.create("soon"), Past.scheduled(twoDaysAgo, TestSageMaker.START.plus(HOUR.multipliedBy(2)),
				TestSageMaker.START.plus(HOUR.multipliedBy(3))));
		assertThat(Stream.of("old", "done", "bad", "soon").map(this.sageMaker::status)).containsExactly("Running",
				"Completed", "Cancelled", "Created");
		assertThat(Json.time(this.sageMaker.describe("old"), "CreationTime")).isEqualTo(twoDaysAgo);
		assertThat(this.sageMaker.deployed("fraud-prod")).isEqualTo("fraud-v6 | fraud-v7");
		this.sageMaker.pass(HOUR.plusSeconds(3));
		assertThat(this.sageMaker.status("old")).isEqualTo("Completed");
		assertThat(this.sageMaker.deployed("fraud-prod")).isEqualTo("fraud-v6 | ");
	}

	private Instant modified(String name) {
		return Json.time(this.sageMaker.describe(name), "LastModifiedTime");
	}

	private String endpointStatus() {
		return Json.text(this.sageMaker.endpoint("fraud-prod"), "EndpointStatus");
	}

	private static ObjectNode scheduled(String name) {
		Instant start = TestSageMaker.START.plus(HOUR);
		return Requests.scheduled(name, start, start.plus(HOUR));
	}

	private void running(String name) {
		this.sageMaker.create(Requests.create(name));
		this.sageMaker.settle();
		assertThat(this.sageMaker.status(name)).isEqualTo("Running");
	}

	private void refusedConflict(String operation, ObjectNode request) {
		refused(() -> this.sageMaker.call(operation, request), "ConflictException");
	}

	private static AbstractThrowableAssert<?, ? extends Throwable> refused(ThrowingCallable call, String code) {
		return assertThatThrownBy(call).isInstanceOfSatisfying(AwsException.class,
				(refusal) -> assertThat(refusal.code()).isEqualTo(code));
	}

}
