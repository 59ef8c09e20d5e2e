package dev.understudy.catalog;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.understudy.TestDatabase;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.delivery.Operation;
import dev.understudy.delivery.Operations;
import dev.understudy.experiment.Actors;
import dev.understudy.experiment.Choices;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.NewDraft;
import dev.understudy.experiment.SqlCount;
import dev.understudy.simulator.SimulatorControl;
import dev.understudy.target.Targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * The catalog and the preflight on a real database, against the simulator over HTTP.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "understudy.sandbox.samples=false", "understudy.jobs.enabled=false",
				"understudy.simulator.control=true", "understudy.catalog.preflight=20s",
				"understudy.catalog.patience=90s" })
@AutoConfigureMockMvc
@Import({ TestDatabase.class, SqlCount.class })
class CatalogServerTests {

	private static final int TWO_VARIANTS = 2;

	private static final Map<String, Object> DENIED = Map.of("status", 400, "code", "AccessDeniedException", "message",
			"no");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Experiments experiments;

	@Autowired
	Operations operations;

	@Autowired
	Catalog catalog;

	@Autowired
	SubmissionPreflight submission;

	@Autowired
	Targets targets;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	@LocalServerPort
	int port;

	private SimulatorControl sageMaker;

	@BeforeEach
	void control() {
		this.sageMaker = new SimulatorControl(this.port);
		if (this.catalog.reading(this.targets.standard()).readAt() == null) {
			this.catalog.renew(this.targets.standard());
		}
	}

	@AfterEach
	void clear() {
		this.sageMaker.clearFaults();
	}

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

	@Test
	void whatWasReadIsSharedSearchedAndSaysHowOldItIs() {
		JsonNode found = body(get("/api/v1/catalog/endpoints?q=PROD&pageSize=3"));
		assertThat(names(found)).containsExactly("churn-prod", "fraud-prod", "loyalty-prod");
		JsonNode fraud = found.path("items").get(1);
		assertThat(fraud.path("usable").booleanValue()).isTrue();
		assertThat(fraud.at("/productionVariants/0/modelName").stringValue()).isEqualTo("fraud-v6");
		assertThat(fraud.has("observedAt")).isTrue();
		JsonNode next = body(get(
				"/api/v1/catalog/endpoints?q=PROD&pageSize=3&pageToken=" + found.path("nextPageToken").stringValue()));
		assertThat(names(next)).startsWith("pricing-prod", "ranking-prod");
		assertThat(body(get("/api/v1/catalog/endpoints?q=serverless")).at("/items/0/obstacle").stringValue())
			.isEqualTo("serverless");
		assertThat(names(body(get("/api/v1/catalog/models?q=fraud")))).containsExactly("fraud-broken", "fraud-v6",
				"fraud-v7");
		assertThat(body(get("/api/v1/catalog/instance-types?q=g5.12")).path("items").toString()).startsWith(
				"[{\"name\":\"ml.g5.12xlarge\",\"family\":\"g5\",\"vCpus\":48,\"memoryGiB\":192,\"accelerators\":\"4 × NVIDIA A10G\"")
			.endsWith("\"currency\":\"USD\"}}}]");
		assertThat(get("/api/v1/catalog/models?target=nowhere")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(get("/catalog/endpoints?target=sandbox&q=chat")).hasStatusOk()
			.bodyText()
			.contains("role=\"option\"", "Cannot be used: It is serverless");
		assertThat(get("/catalog/endpoints?target=sandbox&q=")).bodyText()
			.containsSubsequence("data-value=\"churn-prod\"", "data-value=\"search-prod\"",
					"data-value=\"batch-async\"", "data-value=\"chat-serverless\"");
		assertThat(this.mvc.post()
			.uri("/api/v1/catalog/refresh?target=sandbox")
			.header(HttpHeaders.AUTHORIZATION, "Bearer us_sandbox_author")).hasStatus(HttpStatus.ACCEPTED);
		this.jdbc.sql("update catalog_reading set read_at = read_at - interval '3 minutes'").update();
		Choices.Stock stock = this.catalog.stock(this.targets.standard(), null);
		assertThat(stock.readAt()).isBefore(this.clock.instant().minus(Duration.ofMinutes(2)));
		assertThat(stock.endpoints()).extracting(Choices.EndpointChoice::name).contains("fraud-prod");
	}

	@Test
	void keysAndBucketsOfTheRegionAreOffered() {
		assertThat(names(body(get("/api/v1/catalog/keys")))).containsExactly("alias/aws/sagemaker", "alias/fraud",
				"alias/ml", "alias/ranking");
		JsonNode found = body(get("/api/v1/catalog/buckets?q=SAGE&pageSize=2"));
		assertThat(found.path("items").toString()).isEqualTo("""
				[{"name":"acme-frankfurt-sagemaker","region":"eu-central-1"},\
				{"name":"acme-sagemaker","region":"us-east-1"}]""");
		assertThat(names(body(get(
				"/api/v1/catalog/buckets?q=SAGE&pageSize=2&pageToken=" + found.path("nextPageToken").stringValue()))))
			.containsExactly("acme-sagemaker-captures");
		assertThat(found.has("whyNot")).isFalse();
		assertThat(get("/catalog/keys?target=sandbox&q=m")).bodyText()
			.contains("data-value=\"alias/ml\"")
			.doesNotContain("fraud");
		assertThat(get("/catalog/buckets?target=sandbox&q=s3://sage/captures/x")).bodyText()
			.contains("data-value=\"s3://acme-sagemaker/captures/x\"")
			.doesNotContain("frankfurt");
		assertThat(page("/experiments/new")).bodyText()
			.contains("value=\"alias/ml\"", "value=\"s3://acme-sagemaker/\"")
			.doesNotContain("frankfurt", "Not permitted");
	}

	@Test
	void whatMayNotBeReadIsTyped() {
		this.jdbc.sql("delete from catalog_supply_reading").update();
		this.jdbc.sql("delete from catalog_supply").update();
		this.sageMaker.fault("ListAliases", "error", DENIED);
		this.sageMaker.fault("ListBuckets", "error", DENIED);
		this.catalog.renew(this.targets.standard());
		assertThat(get("/catalog/keys?target=sandbox&q=")).bodyText()
			.contains("data-status=\"Not permitted: kms:ListAliases. What there is has to be typed.\"")
			.doesNotContain("role=\"option\"", "Nothing of that name");
		assertThat(body(get("/api/v1/catalog/buckets")).path("whyNot").stringValue())
			.startsWith("Not permitted: s3:ListAllMyBuckets.");
		assertThat(page("/experiments/new")).bodyText()
			.contains("Not permitted: kms:ListAliases", "Not permitted: s3:ListAllMyBuckets");
		Draft typed = Drafts.change(Drafts.change(Drafts.minimal(), "/KmsKey", "alias/typed"),
				"/DataStorageConfig/Destination", "s3://sagemaker-typed/");
		UUID id = draft(typed);
		JsonNode found = preflight(id, "capture.bucket");
		assertThat(found.path("outcome").stringValue()).isEqualTo("unknown");
		assertThat(found.path("evidence").stringValue()).contains("s3:ListAllMyBuckets");
		assertThat(preflight(id).findValuesAsString("outcome")).doesNotContain("block");
		this.catalog.renew(this.targets.standard());
		assertThat(preflight(id, "capture.bucket").path("evidence").stringValue())
			.startsWith("The account owns no bucket sagemaker-typed, seen ");
		this.sageMaker.fault("ListBuckets", "error", DENIED);
		this.catalog.renew(this.targets.standard());
		assertThat(body(get("/api/v1/catalog/buckets")).path("items")).as("what was read before stays").hasSize(4);
		this.catalog.renew(this.targets.standard());
	}

	@Test
	void pagesAskTheDatabaseFewQuestions() {
		// Of a type that nothing here runs on, so that prices are asked as well.
		Draft draft = Drafts.change(Drafts.minimal(),
				"/ModelVariants/1/InfrastructureConfig/RealTimeInferenceConfig/InstanceType", "ml.m5.24xlarge");
		UUID id = draft(Drafts.change(Drafts.change(draft, "/Name", "counted"), "/DataStorageConfig/Destination",
				"s3://acme-sagemaker/x/"));
		List.of("/experiments/" + id + "/draft", "/experiments/" + id + "/preflight/panel",
				"/catalog/endpoint?target=sandbox&name=fraud-prod", "/catalog/models?target=sandbox&q=f")
			.forEach((page) -> assertThat(SqlCount.of(() -> assertThat(page(page)).hasStatusOk())).as(page)
				.isBetween(1, 5));
	}

	@Test
	void theFormShowsWhatTheEndpointIsTodayAndFillsBothVariants() {
		assertThat(page("/catalog/endpoint?target=sandbox&name=fraud-prod")).bodyText()
			.contains("data-model=\"fraud-v6\"", "data-count=\"2\"", "data-shadow=\"shadow\"",
					"runs fraud-v6 on 2 × ml.m5.xlarge");
		assertThat(this.mvc.post()
			.uri("/experiments/new/rows")
			.param("endpoint", "fraud-prod")
			.param("variants[0].name", "")
			.param("variants[1].instanceCount", "9")
			.param("fillProduction", "endpoint")
			.with(csrf())
			.with(user("author").authorities(() -> "READ", () -> "WRITE"))).hasStatusOk()
			.bodyText()
			.containsPattern("name=\"variants\\[0].model\"[^>]*value=\"fraud-v6\"")
			.containsPattern("name=\"variants\\[1].name\"[^>]*value=\"shadow\"")
			.containsPattern("name=\"variants\\[1].instanceType\"[^>]*value=\"ml.m5.xlarge\"")
			.containsPattern("name=\"variants\\[1].instanceCount\"[^>]*value=\"9\"")
			.doesNotContainPattern("name=\"variants\\[1].model\"[^>]*value=\"[^\"]");
	}

	private UUID draft(Draft draft) {
		return this.experiments.draft(new NewDraft(null, draft), Actors.author()).experiment().getId();
	}

	private JsonNode preflight(UUID id) {
		MvcTestResult answer = this.mvc.post()
			.uri("/api/v1/experiments/{id}/preflight", id)
			.header(HttpHeaders.AUTHORIZATION, "Bearer us_sandbox_author")
			.exchange();
		assertThat(answer).hasStatusOk();
		return body(answer).path("checks");
	}

	private JsonNode preflight(UUID id, String check) {
		return StreamSupport.stream(preflight(id).spliterator(), false)
			.filter((it) -> it.path("id").stringValue().equals(check))
			.findFirst()
			.orElseThrow();
	}

	private static List<String> names(JsonNode page) {
		return StreamSupport.stream(page.path("items").spliterator(), false)
			.map((it) -> it.path("name").stringValue())
			.toList();
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

	private MvcTestResult get(String address) {
		return this.mvc.get()
			.uri(URI.create(address))
			.header(HttpHeaders.AUTHORIZATION, "Bearer us_sandbox_viewer")
			.with(user("author").authorities(() -> "READ", () -> "WRITE"))
			.exchange();
	}

	private MvcTestResult page(String address) {
		return this.mvc.get()
			.uri(URI.create(address))
			.with(user("author").authorities(() -> "READ", () -> "WRITE"))
			.exchange();
	}

	private static JsonNode body(MvcTestResult answer) {
		return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
	}

}
