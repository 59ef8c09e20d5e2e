package dev.understudy.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The statuses that an experiment passes, and when. */
class LifecycleTests extends LifecycleSetting {

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

	private String endpointStatus() {
		return Json.text(this.sageMaker.endpoint("fraud-prod"), "EndpointStatus");
	}

}
