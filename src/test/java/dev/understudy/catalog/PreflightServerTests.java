package dev.understudy.catalog;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import dev.understudy.definition.Drafts;
import dev.understudy.delivery.Operation;
import dev.understudy.experiment.Actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Drafts are checked against the account before anything is sent. */
class PreflightServerTests extends CatalogSetting {

	private static final int TWO_VARIANTS = 2;

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|',
			textBlock = """
					chat-serverless  | endpoint.serverless           | serverless             | Choose an endpoint that runs on instances
					batch-async      | endpoint.asynchronous         | asynchronously         | Choose a real-time endpoint
					many-models      | endpoint.multi-model          | many models            | an endpoint of its own
					chained          | endpoint.multi-container      | several containers     | one container
					legacy-inf1      | endpoint.inf1                 | ml.inf1                | another instance type
					split-traffic    | endpoint.several-variants     | more than one          | remove the others
					components       | endpoint.inference-components | inference components   | an endpoint of its own
					updating-now     | endpoint.in-service           | updating-now is Updating | Wait until it is InService
					failed           | endpoint.in-service           | failed is Failed       | Repair or replace it
					already-shadowed | endpoint.shadowed             | Shadow variant shadow  | End the test
					no-such-endpoint | endpoint.exists               | There is no endpoint   | Choose one from the list
					""")
	void everyEndpointThatCannotBeUsedIsCaughtBeforeSubmitting(String endpoint, String check, String evidence,
			String remedy) {
		UUID id = draft(Drafts.change(Drafts.minimal(), "/EndpointName", endpoint));
		JsonNode found = preflight(id, check);
		assertThat(found.path("outcome").stringValue()).isEqualTo("block");
		assertThat(found.path("pointer").stringValue()).isEqualTo("/EndpointName");
		assertThat(found.path("evidence").stringValue()).contains(evidence).contains("seen ");
		assertThat(found.path("remedy").stringValue()).contains(remedy);
		assertThat(Instant.parse(found.path("observedAt").stringValue())).isAfter(Instant.EPOCH);
		JsonNode refused = body(submit(id, HttpStatus.UNPROCESSABLE_CONTENT));
		assertThat(refused.path("code").stringValue()).isEqualTo("preflight-blocked");
		assertThat(refused.path("errors").findValuesAsString("rule")).contains(check);
		assertThat(this.experiments.get(id).experiment().getPhase().id()).isEqualTo("draft");
		assertThat(this.mvc.post()
			.uri("/experiments/{id}/review", id)
			.param("revision", "1")
			.with(csrf())
			.with(user("author").authorities(() -> "READ", () -> "WRITE"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains(evidence, remedy, "data-error-summary");
	}

	@Test
	void aGoodDraftPassesAndIsTakenWithoutAnotherLookAtTheName() {
		UUID id = draft(Drafts.change(Drafts.minimal(), "/Name", "in-order"));
		JsonNode checks = preflight(id);
		assertThat(checks.findValuesAsString("outcome")).doesNotContain("block", "warn");
		assertThat(preflight(id, "name.free").path("outcome").stringValue()).isEqualTo("pass");
		assertThat(preflight(id, "endpoint.in-service").path("evidence").stringValue())
			.matches("fraud-prod is InService, seen \\d+ s ago\\.");
		int looks = this.sageMaker.calls("DescribeInferenceExperiment");
		UUID operation = UUID.fromString(body(submit(id, HttpStatus.ACCEPTED)).path("id").stringValue());
		assertThat(this.sageMaker.calls("DescribeInferenceExperiment")).isEqualTo(looks);
		theGateReadsWhatWasSeenLast(this.operations.get(operation).operation());
	}

	private void theGateReadsWhatWasSeenLast(Operation operation) {
		assertThat(this.submission.inspect(operation, this.clock.instant())).isEmpty();
		int looks = this.sageMaker.calls("DescribeEndpoint");
		this.submission.look(operation);
		assertThat(this.sageMaker.calls("DescribeEndpoint")).as("what was seen just now is not looked at again")
			.isEqualTo(looks);
		this.jdbc.sql("update preflight set ran_at = ran_at - interval '1 hour'").update();
		this.sageMaker.fault("DescribeModel", "error", Map.of("times", TWO_VARIANTS + 1, "status", 400, "code",
				"ValidationException", "message", "Could not find model \"arn\"."));
		this.submission.look(operation);
		assertThat(this.submission.inspect(operation, this.clock.instant())).hasValueSatisfying((gate) -> {
			assertThat(gate.code()).isEqualTo("model-exists");
			assertThat(gate.paused()).isFalse();
			assertThat(gate.message()).contains("There is no model").contains("create it first");
		});
		this.sageMaker.clearFaults();
		this.jdbc.sql("update preflight set ran_at = ran_at - interval '1 hour'").update();
		this.submission.look(operation);
		assertThat(this.submission.inspect(operation, this.clock.instant())).isEmpty();
	}

	@Test
	void whatIsNotAllowedSaysWhichPermissionIsMissing() {
		UUID id = draft(Drafts.minimal());
		this.sageMaker.fault("DescribeScalableTargets", "error",
				Map.of("status", 400, "code", "AccessDeniedException", "message", "no"));
		JsonNode found = preflight(id, "endpoint.autoscaling");
		assertThat(found.path("outcome").stringValue()).isEqualTo("unknown");
		assertThat(found.path("evidence").stringValue()).contains("application-autoscaling:DescribeScalableTargets");
	}

	@Test
	void anEndpointThatIsScaledAutomaticallyIsWarnedOf() {
		UUID id = draft(Drafts.change(Drafts.minimal(), "/EndpointName", "pricing-prod"));
		JsonNode found = preflight(id, "endpoint.autoscaling");
		assertThat(found.path("outcome").stringValue()).isEqualTo("warn");
		assertThat(found.path("evidence").stringValue()).contains("between 2 and 6 instances");
		assertThat(preflight(id, "production.differs").path("changes").findValuesAsString("member"))
			.containsExactly("VariantName", "ModelName", "InstanceType");
	}

	@Test
	void onlyADraftIsChecked() {
		UUID id = draft(Drafts.change(Drafts.minimal(), "/Name", "gone-already"));
		this.experiments.discard(id, Actors.author());
		MvcTestResult answer = this.mvc.post()
			.uri("/api/v1/experiments/{id}/preflight", id)
			.header(HttpHeaders.AUTHORIZATION, "Bearer us_sandbox_author")
			.exchange();
		assertThat(answer).hasStatus(HttpStatus.CONFLICT);
		assertThat(body(answer).path("code").stringValue()).isEqualTo("illegal-state");
		assertThat(get("/api/v1/experiments/" + UUID.randomUUID() + "/preflight/panel")).hasStatus(404);
	}

	private MvcTestResult submit(UUID id, HttpStatus expected) {
		MvcTestResult answer = this.mvc.post()
			.uri("/api/v1/experiments/{id}/operations", id)
			.header(HttpHeaders.AUTHORIZATION, "Bearer us_sandbox_author")
			.header("Idempotency-Key", id.toString())
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"type\":\"create\",\"revision\":1}")
			.exchange();
		assertThat(answer).hasStatus(expected);
		return answer;
	}

}
