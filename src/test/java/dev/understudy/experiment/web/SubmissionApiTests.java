package dev.understudy.experiment.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;

import static org.assertj.core.api.Assertions.assertThat;

/** Submitting over REST. */
class SubmissionApiTests extends ApiSetting {

	@Test
	void aDraftIsSubmittedOnceUnderItsKey() {
		String path = EXPERIMENTS + "/" + draft(named("under-its-key")) + "/operations";
		MvcTestResult first = ask(path, "key-1", "{\"type\":\"create\",\"revision\":1}");
		assertThat(first).hasStatus(HttpStatus.ACCEPTED);
		String id = body(first).path("id").stringValue();
		assertThat(first).hasHeader("Location", "/api/v1/operations/" + id);
		assertThat(body(first).path("state").stringValue()).isEqualTo("queued");
		MvcTestResult again = ask(path, "key-1", "{\"revision\":1,\"type\":\"create\"}");
		assertThat(again).hasStatus(HttpStatus.ACCEPTED).hasHeader("Idempotent-Replayed", "true");
		assertThat(body(again)).isEqualTo(body(first));
		refused(ask(path, "key-1", "{\"type\":\"create\"}"), 422, "idempotency-key-reused");
		JsonNode problem = refused(ask(path, "key-2", "{\"type\":\"create\"}"), 409, "operation-in-flight");
		assertThat(problem.path("operationId").stringValue()).isEqualTo(id);
	}

	@Test
	void anOperationNeedsAKey() {
		refused(ask(EXPERIMENTS + "/" + draft(Draft.empty()) + "/operations", null, "{\"type\":\"create\"}"), 400,
				"idempotency-key-required");
	}

	@Test
	void aDefinitionWithErrorsIsRefusedWithThem() {
		Draft draft = Drafts.change(Drafts.minimal(), "/Name", null);
		JsonNode problem = refused(
				ask(EXPERIMENTS + "/" + draft(draft) + "/operations", "key", "{\"type\":\"create\"}"), 422,
				"definition-refused");
		assertThat(this.experiments.check(draft, null)).anyMatch((finding) -> !finding.forbids());
		assertThat(problem.path("errors").findValuesAsString("rule")).containsExactly("name.required");
	}

	@Test
	void aStaleRevisionIsNotSubmitted() {
		refused(ask(EXPERIMENTS + "/" + draft(named("stale")) + "/operations", "key",
				"{\"type\":\"create\",\"revision\":2}"), 412, "stale-revision");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"type\":\"explode\"}", "{}", "{\"type\":\"create\",\"revision\":\"1\"}",
			"{\"type\":\"create\",\"revision\":1.5}", "{\"type\":\"create\",\"force\":true}", "{\"type\":7}" })
	void anOperationThatIsNoneIsABadRequest(String body) {
		refused(ask(EXPERIMENTS + "/" + draft(Draft.empty()) + "/operations", "key", body), 400, "unreadable-json");
	}

}
