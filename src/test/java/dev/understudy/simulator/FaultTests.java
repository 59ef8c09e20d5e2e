package dev.understudy.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.InferenceExperimentSummary;
import software.amazon.awssdk.services.sagemaker.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;
import software.amazon.awssdk.services.sagemaker.model.Tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Each fault as the Java SDK sees it, with one attempt a call.
 */
class FaultTests {

	private static final String CREATE = "CreateInferenceExperiment";

	/** Longer than any test: only clearing the faults ends it. */
	private static final Map<String, ?> UNTIL_CLEARED = Map.of("millis", 600_000);

	private static final String LIST = "ListInferenceExperiments";

	private static RunningSimulator simulator;

	private static SageMakerClient client;

	private static SimulatorControl control;

	@BeforeAll
	static void start(@TempDir Path directory) {
		simulator = new RunningSimulator(directory);
		client = simulator.client();
		control = simulator.control();
	}

	@AfterAll
	static void stop() {
		client.close();
		simulator.close();
	}

	@AfterEach
	void clear() {
		control.clearFaults();
	}

	@Test
	void aDroppedAnswerIsLostThoughTheCallTookEffectOnce() {
		client.listInferenceExperiments((b) -> b.maxResults(100));
		int before = control.calls(CREATE);
		control.fault(CREATE, "drop-after-acting");
		assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> create("dropped-late"));
		assertThat(accepted("dropped-late")).isOne();
		assertThat(control.calls(CREATE)).isEqualTo(before + 1);
		assertThat(client.describeInferenceExperiment((b) -> b.name("dropped-late")).name()).isEqualTo("dropped-late");
	}

	@Test
	void aDroppedRequestTookNoEffect() {
		control.fault(CREATE, "drop");
		assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> create("dropped-early"));
		assertThat(accepted("dropped-early")).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "http-500, 500, InternalFailure", "http-503, 503, ServiceUnavailable",
			"throttle, 400, ThrottlingException" })
	void serverErrorsTakeNoEffectUnlessTheyAreToldToAct(String kind, int status, String code) {
		control.fault(CREATE, kind);
		failsWith(kind, status, code);
		assertThat(accepted(kind)).isZero();
		control.fault(CREATE, kind, Map.of("acting", true));
		failsWith(kind, status, code);
		assertThat(accepted(kind)).isOne();
	}

	@ParameterizedTest
	@CsvSource({ "AccessDeniedException, 400", "ExpiredTokenException, 403", "SomethingNewException, 418" })
	void anyErrorCanBeAskedFor(String code, int status) {
		control.fault(CREATE, "error", Map.of("code", code, "status", status, "message", "no"));
		failsWith(code, status, code);
	}

	@Test
	void garbageIsNoAnswerThoughTheCallTookEffect() {
		control.fault(CREATE, "garbage");
		assertThatExceptionOfType(SdkException.class).isThrownBy(() -> create("garbled"));
		assertThat(accepted("garbled")).isOne();
	}

	@Test
	void aTruncatedAnswerCannotBeRead() {
		control.fault(CREATE, "truncated");
		assertThatExceptionOfType(SdkException.class).isThrownBy(() -> create("truncated"));
		assertThat(accepted("truncated")).isOne();
	}

	@Test
	void anAnswerCanLackItsRequestId() {
		control.fault("ListModels", "no-request-id");
		assertThat(client.listModels().responseMetadata().requestId()).isEqualTo("UNKNOWN");
	}

	@Test
	void aDelayedCallTakesEffectAfterItsCallerHasGivenUp() {
		control.fault(CREATE, "delay", UNTIL_CLEARED);
		assertThatExceptionOfType(SdkException.class)
			.isThrownBy(() -> client.createInferenceExperiment(SdkRequests.scheduled("late", "fraud-prod", inADay())
				.toBuilder()
				.overrideConfiguration((c) -> c.apiCallTimeout(Duration.ofSeconds(1)))
				.build()));
		assertThat(control.waitingFaults()).isEmpty();
		assertThat(accepted("late")).isZero();
		control.clearFaults();
		Awaitility.await().untilAsserted(() -> assertThat(accepted("late")).isOne());
	}

	@Test
	void aDelayedAnswerIsOfACallThatTookEffectAtOnce() {
		control.fault(CREATE, "delay-answer", UNTIL_CLEARED);
		CompletableFuture<Void> call = CompletableFuture.runAsync(() -> create("slow"));
		Awaitility.await().untilAsserted(() -> assertThat(accepted("slow")).isOne());
		assertThat(call).isNotDone();
		control.clearFaults();
		call.join();
	}

	@Test
	void aRequestHeldBackForTooLongIsRefusedForItsDate() {
		control.fault(CREATE, "delay", UNTIL_CLEARED);
		CompletableFuture<Void> call = CompletableFuture.runAsync(() -> create("held"));
		Awaitility.await().untilAsserted(() -> assertThat(control.waitingFaults()).isEmpty());
		control.advance(Duration.ofMinutes(16));
		control.clearFaults();
		assertThat(call).failsWithin(Duration.ofSeconds(20))
			.withThrowableThat()
			.havingCause()
			.withMessageContaining("Signature expired");
		assertThat(accepted("held")).isZero();
	}

	@Test
	void aStaleReadDoesNotSeeWhatWasJustCreated() {
		create("fresh");
		control.fault("DescribeInferenceExperiment", "stale-describe", Map.of("millis", 60_000, "name", "fresh"));
		assertThatExceptionOfType(ResourceNotFoundException.class)
			.isThrownBy(() -> client.describeInferenceExperiment((b) -> b.name("fresh")));
		assertThat(client.describeInferenceExperiment((b) -> b.name("fresh")).name()).isEqualTo("fresh");
	}

	@Test
	void listsCanMissItemsHoldThemTwiceAndComeInEmptyPages() {
		IntStream.range(0, 3).forEach((index) -> create("list-" + index));
		List<String> all = names();
		control.fault(LIST, "missing-list-items", Map.of("items", 2));
		assertThat(names()).isEqualTo(all.subList(2, all.size()));
		control.fault(LIST, "duplicate-list-items");
		assertThat(names()).hasSize(all.size() + 1).startsWith(all.getFirst(), all.getFirst());
		control.fault(LIST, "short-page", Map.of("items", 0));
		var empty = client.listInferenceExperiments((b) -> b.maxResults(100));
		assertThat(empty.inferenceExperiments()).isEmpty();
		assertThat(empty.nextToken()).isNotNull();
		control.fault(LIST, "short-page", Map.of("items", 0));
		assertThat(client.listInferenceExperimentsPaginator((b) -> b.maxResults(100))
			.inferenceExperiments()
			.stream()
			.map(InferenceExperimentSummary::name)).containsExactlyElementsOf(all);
	}

	@Test
	void tagsCanComeInSeveralPages() {
		create("tagged");
		String arn = client.describeInferenceExperiment((b) -> b.name("tagged")).arn();
		client.addTags((b) -> b.resourceArn(arn)
			.tags(Tag.builder().key("a").value("1").build(), Tag.builder().key("b").value("2").build()));
		control.fault("ListTags", "short-page", Map.of("items", 0));
		control.fault("ListTags", "short-page", Map.of("items", 1));
		assertThat(client.listTagsPaginator((b) -> b.resourceArn(arn)).tags()).extracting("key")
			.containsExactly("a", "b", "origin");
	}

	@Test
	void aFaultMeetsAsManyCallsAsItWasToldAndOnlyTheExperimentItNames() {
		control.fault(CREATE, "throttle", Map.of("times", 2, "name", "counted"));
		create("other");
		failsWith("counted", 400, "ThrottlingException");
		assertThat(control.waitingFaults()).hasSize(1);
		failsWith("counted", 400, "ThrottlingException");
		create("counted");
	}

	@Test
	void theLedgerSaysWhoWasAcceptedUnderWhichRequestId() {
		String requestId = client.createInferenceExperiment(SdkRequests.scheduled("ledger", "fraud-prod", inADay()))
			.responseMetadata()
			.requestId();
		assertThat(control.ledger()).filteredOn((item) -> "ledger".equals(item.path("Name").asString("")))
			.singleElement()
			.satisfies((item) -> {
				assertThat(item.path("requestId").asString()).isEqualTo(requestId);
				assertThat(item.path("operation").asString()).isEqualTo(CREATE);
				assertThat(item.path("Tags").path(0).path("Key").asString()).isEqualTo("origin");
			});
	}

	@Test
	void experimentsFailAndGetAPastThroughTheControl() {
		create("failing");
		control.fail("failing", "no capacity");
		assertThat(client.describeInferenceExperiment((b) -> b.name("failing")).statusReason())
			.isEqualTo("no capacity");
		control.send("POST", "experiments/failing/past", """
				{"Status": "Completed", "CreationTime": 1790000000, "StartTime": 1790000000, "EndTime": 1790003600,
				 "CompletionTime": 1790003600}""");
		assertThat(client.describeInferenceExperiment((b) -> b.name("failing")).statusAsString())
			.isEqualTo("Completed");
		control.send("POST", "experiments", """
				{"Definition": %s, "Status": "Cancelled", "CreationTime": 1790000000, "StartTime": 1790000000,
				 "EndTime": 1790003600, "CompletionTime": 1790003600, "StatusReason": "told to"}"""
			.formatted(Requests.create("made-up")));
		assertThat(client.describeInferenceExperiment((b) -> b.name("made-up")).statusReason()).isEqualTo("told to");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "faults | {\"kind\": \"nonsense\"}", "faults | nonsense", "faults | []",
					"faults | {\"kind\": \"drop\", \"operation\": \"CreateInferenceExperimant\"}",
					"faults | {\"kind\": \"drop\", \"operation\": \"Simulator.Fail\"}",
					"faults | {\"kind\": \"drop\", \"time\": 2}", "faults | {\"kind\": \"drop\", \"times\": 0}",
					"clock | {\"advance\": \"-PT1S\"}", "clock | {\"to\": \"yesterday\"}", "experiments | {}",
					"experiments/nobody/failure | {\"reason\": \"x\"}" })
	void theControlRefusesWhatMakesNoSense(String path, String body) {
		assertThatIllegalArgumentException().isThrownBy(() -> control.send("POST", path, body))
			.withMessageStartingWith("400 {\"error\":");
	}

	private static void create(String name) {
		client.createInferenceExperiment(SdkRequests.scheduled(name, "fraud-prod", inADay()));
	}

	private static Instant inADay() {
		return control.now().plus(Duration.ofDays(1));
	}

	private static long accepted(String name) {
		return control.ledger().stream().filter((item) -> name.equals(item.path("Name").asString(""))).count();
	}

	private static List<String> names() {
		return client.listInferenceExperiments((b) -> b.maxResults(100))
			.inferenceExperiments()
			.stream()
			.map(InferenceExperimentSummary::name)
			.toList();
	}

	private static void failsWith(String name, int status, String code) {
		assertThatExceptionOfType(SageMakerException.class).isThrownBy(() -> create(name)).satisfies((ex) -> {
			assertThat(ex.statusCode()).isEqualTo(status);
			assertThat(ex.awsErrorDetails().errorCode()).isEqualTo(code);
		});
	}

}
