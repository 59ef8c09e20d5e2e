package dev.understudy.catalog;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.experiment.Choices;
import dev.understudy.experiment.SqlCount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** What an account has is read, kept and offered. */
class CatalogServerTests extends CatalogSetting {

	private static final Map<String, Object> DENIED = Map.of("status", 400, "code", "AccessDeniedException", "message",
			"no");

	@Test
	void anEndpointIsFoundByItsNameHoweverManyThereAre() {
		this.jdbc.sql("""
				insert into catalog_endpoint (target, name, status)
				select 'crowd', 'crowd-' || n, 'InService' from generate_series(1, 300) n union all
				select 'crowd', 'a-crowd-29', 'Failed'""").update();
		try {
			assertThat(this.catalog.search(List.of("crowd", "sandbox"), "Crowd-29", 3)).containsExactly(
					new Choices.EndpointSomewhere("crowd", "crowd-29", "InService"),
					new Choices.EndpointSomewhere("crowd", "crowd-290", "InService"),
					new Choices.EndpointSomewhere("crowd", "crowd-291", "InService"));
			assertThat(this.catalog.search(List.of("crowd"), "d-29", 20)).hasSize(12)
				.extracting(Choices.EndpointSomewhere::name)
				.contains("a-crowd-29");
			assertThat(this.catalog.search(List.of("sandbox"), "crowd", 3)).isEmpty();
		}
		finally {
			this.jdbc.sql("delete from catalog_endpoint where target = 'crowd'").update();
		}
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

	private static List<String> names(JsonNode page) {
		return StreamSupport.stream(page.path("items").spliterator(), false)
			.map((it) -> it.path("name").stringValue())
			.toList();
	}

	private MvcTestResult page(String address) {
		return this.mvc.get()
			.uri(URI.create(address))
			.with(user("author").authorities(() -> "READ", () -> "WRITE"))
			.exchange();
	}

}
