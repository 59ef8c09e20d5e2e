package dev.understudy.experiment.web;

import java.net.URI;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.experiment.Experiments;

import static org.assertj.core.api.Assertions.assertThat;

/** Experiments over REST. */
class ExperimentApiTests extends ApiSetting {

	@Test
	void aDraftIsMadeWithLocationAndEtag() {
		MvcTestResult made = post(EXPERIMENTS, "{\"definition\":{\"Name\":\"half\"}}");
		assertThat(made).hasStatus(HttpStatus.CREATED).hasHeader("ETag", "\"1\"");
		JsonNode body = body(made);
		assertThat(made).hasHeader("Location", EXPERIMENTS + "/" + body.path("id").stringValue());
		assertThat(body.path("phase").stringValue()).isEqualTo("draft");
		assertThat(body.path("target").stringValue()).isEqualTo("sandbox");
		assertThat(body.path("owner").stringValue()).isEqualTo("author");
		assertThat(body.path("revision").intValue()).isEqualTo(1);
		assertThat(body.path("definition").toString()).isEqualTo("{\"Name\":\"half\"}");
		assertThat(body.path("findings").findValuesAsString("rule")).contains("role-arn.required");
		assertThat(body.has("sagemaker")).isFalse();
		assertThat(body.path("definitionSha256").stringValue()).hasSize(64);
	}

	@Test
	void anUnknownTargetIsNamed() {
		refused(post(EXPERIMENTS, "{\"target\":\"moon\",\"definition\":{}}"), 422, "target-unknown");
	}

	@Test
	void anUnknownMemberOfTheEnvelopeIsPointedAt() {
		JsonNode problem = refused(post(EXPERIMENTS, "{\n \"definition\": {},\n \"colour\": 1}"), 400,
				"unreadable-json");
		assertThat(problem.path("line").intValue()).isEqualTo(3);
		assertThat(problem.path("column").intValue()).isPositive();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "{}}", "[]", "null", "{\"definition\":{\"Name\":\"a\",\"Name\":\"b\"}}",
			"{\"definition\":[]}", "{\"definition\":null}", "{}", "{\"definition\":{}} trailing" })
	void whatIsNotTheJsonWeReadIsABadRequest(String body) {
		MvcTestResult answer = post(EXPERIMENTS, body);
		assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@ParameterizedTest
	@ValueSource(ints = { 65, 400, 5_000, 60_000 })
	void deepNestingIsABadRequest(int depth) {
		MvcTestResult answer = post(EXPERIMENTS,
				"{\"definition\":{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}}");
		assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/xml", "application/x-www-form-urlencoded" })
	void anotherContentTypeIsUnsupported(String type) {
		assertThat(this.mvc.post().uri(EXPERIMENTS).with(Bearer.author()).contentType(type).content("{}"))
			.hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\\u0000b", "\\ud800", "\\udfff x" })
	void whatCannotBeStoredIsPointedAt(String text) {
		JsonNode problem = refused(post(EXPERIMENTS, "{\"definition\":{\"Description\":\"%s\"}}".formatted(text)), 422,
				"text.unstorable");
		assertThat(problem.path("errors").path(0).path("pointer").stringValue()).isEqualTo("/Description");
	}

	@ParameterizedTest
	@ValueSource(ints = { 256 * 1024, 1024 * 1024 })
	void aDefinitionOfMoreThanTheLimitIsTooLarge(int size) {
		refused(post(EXPERIMENTS, "{\"definition\":{\"Name\":\"%s\"}}".formatted("x".repeat(size))), 413, "too-large");
	}

	@Test
	void anAbsurdNameIsKeptAndListed() {
		String name = "😀".repeat(20_000);
		JsonNode made = body(post(EXPERIMENTS, "{\"definition\":{\"Name\":\"%s\"}}".formatted(name)));
		assertThat(made.path("definition").path("Name").stringValue()).isEqualTo(name);
		assertThat(get(EXPERIMENTS + "?sort=-name")).hasStatusOk();
	}

	@Test
	void anExperimentNotModifiedIsNotSentAgain() {
		String path = EXPERIMENTS + "/" + draft(Drafts.minimal());
		assertThat(this.mvc.get().uri(path).with(Bearer.viewer()).header("If-None-Match", "\"1\""))
			.hasStatus(HttpStatus.NOT_MODIFIED);
		assertThat(this.mvc.get().uri(path).with(Bearer.viewer()).header("If-None-Match", "\"7\"")).hasStatusOk();
	}

	@Test
	void whatIsNotThereIsNotFound() {
		UUID nobody = UUID.randomUUID();
		refused(get(EXPERIMENTS + "/" + nobody), 404, "not-found");
		refused(get(EXPERIMENTS + "/" + nobody + "/definition"), 404, "not-found");
		refused(get(EXPERIMENTS + "/" + nobody + "/revisions"), 404, "not-found");
		refused(post(EXPERIMENTS + "/" + nobody + "/check", ""), 404, "not-found");
		refused(get(EXPERIMENTS + "/" + draft(Drafts.minimal()) + "/revisions/2"), 404, "not-found");
		refused(get(EXPERIMENTS + "/no-uuid"), 404, "not-found");
	}

	@Test
	void aDraftIsDiscardedOnce() {
		String path = EXPERIMENTS + "/" + draft(Draft.empty());
		assertThat(this.mvc.delete().uri(path).with(Bearer.author())).hasStatus(HttpStatus.NO_CONTENT);
		refused(this.mvc.delete().uri(path).with(Bearer.author()).exchange(), 409, "illegal-state");
		refused(put(path + "/definition", "\"1\"", "{}"), 409, "illegal-state");
		assertThat(body(get(path)).path("phase").stringValue()).isEqualTo("discarded");
	}

	@ParameterizedTest
	@ValueSource(strings = { "pageSize=10000", "pageSize=0", "pageSize=many", "phase=undead", "sort=size",
			"pageToken=nonsense", "pageToken=%00" })
	void aListThatIsNotOfferedIsABadRequest(String query) {
		MvcTestResult answer = get(URI.create(EXPERIMENTS + "?" + query));
		assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST)
			.hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void theLastOneChangedStandsFirstUnlessAskedOtherwise() {
		String older = draft(named("in-order-1")).toString();
		String newer = draft(named("in-order-2")).toString();
		assertThat(body(get(EXPERIMENTS + "?q=in-order-")).path("items").findValuesAsString("id"))
			.containsExactly(newer, older);
		assertThat(body(get(EXPERIMENTS + "?q=in-order-&sort=updated")).path("items").findValuesAsString("id"))
			.containsExactly(older, newer);
	}

	@Test
	void aListNamesWhatTellsExperimentsApart() {
		UUID id = draft(named("listed"));
		JsonNode item = body(get(EXPERIMENTS + "?q=" + id)).path("items").path(0);
		assertThat(item.path("endpoint").stringValue()).isEqualTo("fraud-prod");
		assertThat(item.path("variants").path("shadow").stringValue()).isEqualTo("shadow");
		assertThat(item.path("sampling").intValue()).isEqualTo(100);
		assertThat(item.has("definition")).isFalse();
		assertThat(item.has("findings")).isFalse();
	}

	@Test
	void aViewerReadsAndChangesNothing() {
		String path = EXPERIMENTS + "/" + draft(named("read-only"));
		assertThat(this.mvc.get().uri(path).with(Bearer.viewer())).hasStatusOk();
		assertThat(this.mvc.post()
			.uri(EXPERIMENTS)
			.with(Bearer.viewer())
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"definition\":{}}")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.delete().uri(path).with(Bearer.viewer())).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.post().uri(path + "/check").with(Bearer.viewer())).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void aLiveExperimentSaysWhereItIsInSageMaker() {
		UUID id = draft(named("live-one"));
		ask(EXPERIMENTS + "/" + id + "/operations", "key", "{\"type\":\"create\"}");
		this.delivery.confirm(this.experiments.get(id).experiment(), "arn:aws:sagemaker:x");
		JsonNode body = body(get(EXPERIMENTS + "/" + id));
		assertThat(body.path("phase").stringValue()).isEqualTo("live");
		assertThat(body.path("sagemaker").path("arn").stringValue()).isEqualTo("arn:aws:sagemaker:x");
	}

}
