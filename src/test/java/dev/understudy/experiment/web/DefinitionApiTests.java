package dev.understudy.experiment.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;

import static org.assertj.core.api.Assertions.assertThat;

/** Definitions and their revisions over REST. */
class DefinitionApiTests extends ApiSetting {

	@Test
	void aDefinitionIsReplacedUnderItsEtag() {
		String path = EXPERIMENTS + "/" + draft(Drafts.minimal()) + "/definition";
		assertThat(get(path)).hasStatusOk().hasHeader("ETag", "\"1\"");
		MvcTestResult revised = put(path, "\"1\"", "{\"Name\":\"other\"}");
		assertThat(revised).hasStatusOk().hasHeader("ETag", "\"2\"");
		assertThat(body(revised).path("findings").isEmpty()).isFalse();
		assertThat(get(path)).hasHeader("ETag", "\"2\"").bodyJson().isEqualTo("{\"Name\":\"other\"}");
	}

	@Test
	void aStaleEtagFailsEvenIfTheTextIsBackToWhatItWas() {
		String path = EXPERIMENTS + "/" + draft(Draft.parse("{\"Name\":\"a\"}")) + "/definition";
		put(path, "\"1\"", "{\"Name\":\"b\"}");
		put(path, "\"2\"", "{\"Name\":\"a\"}");
		JsonNode problem = refused(put(path, "\"1\"", "{\"Name\":\"c\"}"), 412, "stale-revision");
		assertThat(problem.path("current").path("number").intValue()).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "W/\"1\"", "1", "\"0\"", "\"one\"", "\"99999999999\"", "\"1\", \"2\"" })
	void anEtagThatIsNotTheRevisionsFails(String etag) {
		refused(put(EXPERIMENTS + "/" + draft(Draft.empty()) + "/definition", etag, "{}"), 412, "stale-revision");
	}

	@Test
	void withoutAnEtagNothingIsReplaced() {
		String path = EXPERIMENTS + "/" + draft(Draft.empty()) + "/definition";
		refused(put(path, null, "{}"), 428, "if-match-required");
		refused(put(path, "*", "{}"), 428, "if-match-required");
	}

	@Test
	void revisionsAreListedLatestFirstPageByPage() {
		String path = EXPERIMENTS + "/" + draft(Draft.empty());
		put(path + "/definition", "\"1\"", "{\"Name\":\"b\"}");
		put(path + "/definition", "\"2\"", "{\"Name\":\"c\"}");
		MvcTestResult first = get(path + "/revisions?pageSize=2");
		assertThat(body(first).path("items").findValuesAsString("number")).containsExactly("3", "2");
		assertThat(first).headers()
			.hasValue("Link", "<http://localhost%s/revisions?pageSize=2&pageToken=%s>; rel=\"next\"".formatted(path,
					body(first).path("nextPageToken").stringValue()));
		JsonNode second = body(
				get(path + "/revisions?pageSize=2&pageToken=" + body(first).path("nextPageToken").stringValue()));
		assertThat(second.path("items").findValuesAsString("number")).containsExactly("1");
		assertThat(second.has("nextPageToken")).isFalse();
		assertThat(body(get(path + "/revisions/2")).path("definition").toString()).isEqualTo("{\"Name\":\"b\"}");
	}

	@Test
	void aBareDefinitionIsChecked() {
		assertThat(body(post("/api/v1/check?target=sandbox", Drafts.minimal().json())).path("findings")
			.findValuesAsString("severity")).doesNotContain("error");
		assertThat(body(post("/api/v1/check", "{}")).path("findings").findValuesAsString("rule"))
			.contains("name.required");
		refused(post("/api/v1/check?target=moon", "{}"), 422, "target-unknown");
		refused(post("/api/v1/check", "{\"Name\":\"\\u0000\"}"), 422, "text.unstorable");
		refused(post("/api/v1/check", "{\"Name\":1e400}"), 422, "number.unstorable");
	}

	@Test
	void aStoredDraftIsChecked() {
		assertThat(body(post(EXPERIMENTS + "/" + draft(Draft.empty()) + "/check", "")).path("findings")
			.findValuesAsString("rule")).contains("name.required");
	}

}
