package dev.understudy.simulator;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What SageMaker does not take. */
class LifecycleRefusalsTests extends LifecycleSetting {

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

}
