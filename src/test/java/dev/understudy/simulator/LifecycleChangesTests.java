package dev.understudy.simulator;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What stopping and changing an experiment does. */
class LifecycleChangesTests extends LifecycleSetting {

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

}
