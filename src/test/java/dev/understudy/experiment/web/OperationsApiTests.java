package dev.understudy.experiment.web;

import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.understudy.actor.Permission;
import dev.understudy.actor.Role;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.experiment.Actors;
import dev.understudy.experiment.Described;
import dev.understudy.experiment.NewDraft;
import dev.understudy.experiment.RehearsedTests;

import static org.assertj.core.api.Assertions.assertThat;

class OperationsApiTests extends RehearsedTests {

	private static final AtomicInteger NAMES = new AtomicInteger();

	private static final String DISCARD = "{\"type\":\"stop\",\"action\":\"discard\"}";

	private static final String PROMOTE = "{\"type\":\"stop\",\"action\":\"promote\",\"reason\":\"faster\"}";

	private static final String DELETE = "{\"type\":\"delete\"}";

	private static final String START = "{\"type\":\"start\"}";

	private static final String UPDATE = "{\"type\":\"update\",\"definition\":{\"Description\":\"other\"}}";

	private static final String TAG = "{\"type\":\"tag\",\"add\":[{\"Key\":\"team\",\"Value\":\"risk\"}],\"remove\":[]}";

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Created | {"type":"start"}                                                        | start  | {}
					Created | {"type":"delete"}                                                       | delete | {}
					Running | {"type":"stop","action":"keep","desiredState":"Cancelled"}              | stop   | {"DesiredState":"Cancelled","ModelVariantActions":{"production":"Retain","shadow":"Retain"}}
					Running | {"type":"stop","action":"discard","instances":"shadow","reason":"slow"} | stop   | {"DesiredState":"Completed","ModelVariantActions":{"production":"Retain","shadow":"Remove"},"Reason":"slow"}
					Running | {"type":"update","definition":{"Description":"other"}}                  | update | {"asked":{"Description":"other"},"seen":{}}
					Running | {"type":"tag","add":[{"Key":"team","Value":"risk"}]}                    | tag    | {"add":[{"Key":"team","Value":"risk"}],"remove":[],"seen":{}}
					""")
	void eachTypeIsTakenOnceUnderItsKey(String status, String body, String type, String payload) {
		UUID id = live(status);
		MvcTestResult first = ask(id, "key", body);
		assertThat(first).hasStatus(HttpStatus.ACCEPTED);
		JsonNode operation = body(first);
		assertThat(operation.path("type").stringValue()).isEqualTo(type);
		assertThat(operation.path("experimentId").stringValue()).isEqualTo(id.toString());
		assertThat(first).hasHeader("Location", "/api/v1/operations/" + operation.path("id").stringValue());
		assertThat(this.delivery.last(id).payload()).isEqualTo(payload);
		MvcTestResult again = ask(id, "key", body);
		assertThat(again).hasStatus(HttpStatus.ACCEPTED).hasHeader("Idempotent-Replayed", "true");
		assertThat(body(again)).isEqualTo(operation);
		refused(ask(id, "key", "{\"type\":\"tag\",\"remove\":[\"x\"]}"), 422, "idempotency-key-reused");
	}

	@Test
	void customInstancesAreSentAsGiven() {
		UUID id = live("Running");
		assertThat(ask(id, "key", Examples.STOP)).hasStatus(HttpStatus.ACCEPTED);
		assertThat(JsonMapper.shared()
			.readTree(this.delivery.last(id).payload())
			.at("/DesiredModelVariants/0/InfrastructureConfig/RealTimeInferenceConfig/InstanceCount")
			.intValue()).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"type\":\"stop\",\"action\":\"explode\"}", "{\"type\":\"stop\",\"action\":\"PROMOTE\"}",
			"{\"type\":\"stop\",\"action\":\"keep\",\"desiredState\":\"completed\"}",
			"{\"type\":\"stop\",\"action\":\"keep\",\"force\":true}", "{\"type\":\"start\",\"now\":true}",
			"{\"type\":\"delete\",\"reason\":\"x\"}", "{\"type\":\"tag\",\"add\":[{\"key\":\"team\",\"value\":\"x\"}]}",
			"{\"type\":\"tag\",\"remove\":\"team\"}", "{\"type\":\"tag\",\"remove\":[7]}",
			"{\"type\":\"stop\",\"action\":\"keep\",\"reason\":7}" })
	void aBodyOfAnotherFormCannotBeRead(String body) {
		refused(ask(live("Running"), "key", body), 400, "unreadable-json");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"type\":\"stop\"}", "{\"type\":\"stop\",\"action\":null}", "{\"type\":\"update\"}",
			"{\"type\":\"tag\",\"add\":[{\"Key\":\"team\"}]}", "{\"type\":\"tag\",\"add\":[null]}",
			"{\"type\":\"tag\",\"remove\":[null]}", "{\"type\":\"update\",\"definition\":7}" })
	void whatIsMissingIsABadRequest(String body) {
		assertThat(ask(live("Running"), "key", body)).hasStatus(HttpStatus.BAD_REQUEST)
			.hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{"type":"stop","action":"promote"}                                  | /reason                     | reason.required
					{"type":"stop","action":"keep","reason":"a\\nb"}                    | /reason                     | reason.pattern
					{"type":"stop","action":"keep","instances":"custom"}                | /desiredModelVariants       | desired-model-variants.required
					{"type":"stop","action":"keep","desiredModelVariants":[{}]}         | /desiredModelVariants       | desired-model-variants.not-allowed
					{"type":"update","definition":{"Name":"other"}}                     | /Name                       | name.not-updatable
					{"type":"update","definition":{"ModelVariants":[]}}                 | /ModelVariants              | model-variants.too-few
					{"type":"tag","add":[{"Key":"aws:x","Value":""}]}                   | /add/0/Key                  | tags.reserved
					{"type":"tag","remove":["understudy:operation"]}                    | /remove/0                   | tags.reserved
					""")
	void whatIsWrongIsToldWhereItStands(String body, String pointer, String rule) {
		JsonNode errors = refused(ask(live("Running"), "key", body), 422, "definition-refused").path("errors");
		assertThat(errors.findValuesAsString("rule")).contains(rule);
		assertThat(errors.findValuesAsString("pointer")).contains(pointer);
	}

	@Test
	void whatCannotBeStoredIsPointedAt() {
		refused(ask(live("Running"), "key", "{\"type\":\"update\",\"definition\":{\"Description\":\"\\u0000\"}}"), 422,
				"text.unstorable");
		refused(ask(live("Running"), "key", "{\"type\":\"stop\",\"action\":\"keep\",\"reason\":\"a\\u0000b\"}"), 422,
				"text.unstorable");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"type\":\"update\",\"definition\":{}}", "{\"type\":\"tag\"}",
			"{\"type\":\"tag\",\"remove\":[\"unheard\"]}" })
	void whatChangesNothingIsRefused(String body) {
		refused(ask(live("Running"), "key", body), 422, "nothing-to-change");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Running  | {"type":"start"}                      | need not be started
			Created  | {"type":"stop","action":"discard"}    | delete it instead
			Running  | {"type":"delete"}                     | stop it first
			Updating | {"type":"update","definition":{}}     | wait until
			""")
	void whatItsStatusForbidsIsAConflictThatSaysWhatToDo(String status, String body, String words) {
		JsonNode problem = refused(ask(live(status), "key", body), 409, "illegal-state");
		assertThat(problem.path("detail").stringValue()).contains(status, words);
		assertThat(problem.path("phase").stringValue()).isEqualTo("live");
	}

	@Test
	void theExperimentSaysWhatIsOnItsWayAndHowSomebodyDecided() {
		UUID id = live("Running");
		String operation = body(ask(id, "key", PROMOTE)).path("id").stringValue();
		assertThat(experiment(id).path("change").toString())
			.isEqualTo("{\"operationId\":\"%s\",\"type\":\"stop\"}".formatted(operation));
		this.delivery.confirm(id);
		assertThat(experiment(id).has("change")).isFalse();
		assertThat(experiment(id).path("stopped").toString())
			.isEqualTo("{\"action\":\"promote\",\"by\":\"author\",\"reason\":\"faster\"}");
	}

	private JsonNode experiment(UUID id) {
		return body(this.mvc.get().uri("/api/v1/experiments/{id}", id).with(Bearer.viewer()).exchange());
	}

	@Test
	void anotherOperationInFlightIsNamedAndOnlyAStopOvertakesIt() {
		UUID id = live("Running");
		String first = body(ask(id, "key-1", UPDATE)).path("id").stringValue();
		JsonNode problem = refused(ask(id, "key-2", TAG), 409, "operation-in-flight");
		assertThat(problem.path("operationId").stringValue()).isEqualTo(first);
		assertThat(ask(id, "key-3", DISCARD)).hasStatus(HttpStatus.ACCEPTED);
	}

	@Test
	void aRefusedRequestLeavesItsKeyFree() {
		UUID id = live("Running");
		refused(ask(id, "key", DELETE), 409, "illegal-state");
		assertThat(ask(id, "key", DISCARD)).hasStatus(HttpStatus.ACCEPTED);
	}

	@ParameterizedTest
	@ValueSource(strings = { START, DISCARD, UPDATE, DELETE, TAG })
	void whatIsNotThereIsNotFound(String body) {
		refused(ask(UUID.randomUUID(), "key", body), 404, "not-found");
	}

	static Stream<Arguments> everyRoleAndOperation() {
		return Arrays.stream(Role.values())
			.flatMap((role) -> Stream.of(Arguments.of(role, "Created", START, Permission.WRITE),
					Arguments.of(role, "Running", DISCARD, Permission.WRITE),
					Arguments.of(role, "Running", UPDATE, Permission.WRITE),
					Arguments.of(role, "Running", TAG, Permission.WRITE),
					Arguments.of(role, "Running", PROMOTE, Permission.CHANGE_PRODUCTION),
					Arguments.of(role, "Created", DELETE, Permission.CHANGE_PRODUCTION)));
	}

	@ParameterizedTest(name = "{0}: {2} takes {3}")
	@MethodSource("everyRoleAndOperation")
	void aRoleAsksForWhatItsPermissionsInclude(Role role, String status, String body, Permission permission) {
		UUID id = live(status);
		MvcTestResult answer = ask(id, "key", body, "us_sandbox_" + role.id());
		if (role.permissions().contains(permission)) {
			assertThat(answer).hasStatus(HttpStatus.ACCEPTED);
		}
		else {
			refused(answer, 403, "forbidden");
		}
	}

	private UUID live(String status) {
		Draft draft = Drafts.change(Drafts.minimal(), "/Name", "operated-" + NAMES.incrementAndGet());
		UUID id = this.experiments.draft(new NewDraft(null, draft), Actors.author()).experiment().getId();
		this.experiments.submit(id, null, Actors.author());
		this.delivery.confirm(this.experiments.get(id).experiment(), Described.ARN);
		this.sightings.sighted(id,
				Described.as(status, 0, Drafts.change(Described.usual(), "/Name", draft.name().orElseThrow())));
		return id;
	}

	private MvcTestResult ask(UUID id, String key, String body) {
		return ask(id, key, body, "us_sandbox_author");
	}

	private MvcTestResult ask(UUID id, String key, String body, String token) {
		return this.mvc.post()
			.uri("/api/v1/experiments/{id}/operations", id)
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
			.header("Idempotency-Key", key)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
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

}
