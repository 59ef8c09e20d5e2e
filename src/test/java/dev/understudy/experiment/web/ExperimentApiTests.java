package dev.understudy.experiment.web;

import java.net.URI;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.understudy.TestDatabase;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.experiment.CarriedOperations;
import dev.understudy.experiment.Experiments;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(properties = { "understudy.sandbox.samples=false", "understudy.data-dir=target/experiment-api-tests" })
@AutoConfigureMockMvc
@Import({ TestDatabase.class, CarriedOperations.class })
class ExperimentApiTests {

	private static final String EXPERIMENTS = "/api/v1/experiments";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Experiments experiments;

	@Autowired
	CarriedOperations delivery;

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
	void aDraftIsDiscardedOnce() {
		String path = EXPERIMENTS + "/" + draft(Draft.empty());
		assertThat(this.mvc.delete().uri(path).with(Bearer.author())).hasStatus(HttpStatus.NO_CONTENT);
		refused(this.mvc.delete().uri(path).with(Bearer.author()).exchange(), 409, "illegal-state");
		refused(put(path + "/definition", "\"1\"", "{}"), 409, "illegal-state");
		assertThat(body(get(path)).path("phase").stringValue()).isEqualTo("discarded");
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
		UUID older = draft(Draft.empty());
		UUID newer = draft(Draft.empty());
		assertThat(body(get(EXPERIMENTS)).path("items").path(0).path("id").stringValue()).isEqualTo(newer.toString());
		assertThat(body(get(EXPERIMENTS + "?sort=updated&pageSize=200")).path("items").findValuesAsString("id"))
			.containsSubsequence(older.toString(), newer.toString());
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

	private UUID draft(Draft draft) {
		MvcTestResult made = post(EXPERIMENTS, "{\"definition\":%s}".formatted(draft.json()));
		return UUID.fromString(body(made).path("id").stringValue());
	}

	private MvcTestResult get(String uri) {
		return this.mvc.get().uri(uri).with(Bearer.viewer()).exchange();
	}

	private MvcTestResult get(URI uri) {
		return this.mvc.get().uri(uri).with(Bearer.viewer()).exchange();
	}

	private MvcTestResult post(String uri, String body) {
		return this.mvc.post()
			.uri(uri)
			.with(Bearer.author())
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private MvcTestResult put(String uri, String etag, String body) {
		var request = this.mvc.put()
			.uri(uri)
			.with(Bearer.author())
			.contentType(MediaType.APPLICATION_JSON)
			.content(body);
		return ((etag != null) ? request.header("If-Match", etag) : request).exchange();
	}

	private MvcTestResult ask(String uri, String key, String body) {
		var request = this.mvc.post()
			.uri(uri)
			.with(Bearer.author())
			.contentType(MediaType.APPLICATION_JSON)
			.content(body);
		return ((key != null) ? request.header("Idempotency-Key", key) : request).exchange();
	}

	private static JsonNode refused(MvcTestResult answer, int status, String code) {
		assertThat(answer).hasStatus(status).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		JsonNode problem = body(answer);
		assertThat(problem.path("code").stringValue()).isEqualTo(code);
		assertThat(problem.has("requestId")).isTrue();
		return problem;
	}

	private static JsonNode body(MvcTestResult answer) {
		return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
	}

	private static Draft named(String name) {
		return Drafts.change(Drafts.minimal(), "/Name", name);
	}

}
