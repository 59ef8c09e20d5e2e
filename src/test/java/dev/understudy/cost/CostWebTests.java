package dev.understudy.cost;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import dev.understudy.definition.Drafts;
import dev.understudy.experiment.SqlCount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** What experiments cost, on their pages and over REST. */
class CostWebTests extends CostSetting {

	private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

	@Test
	void aDefinitionIsReckonedWithoutKeepingIt() {
		MvcTestResult answer = call(HttpMethod.POST, "/api/v1/cost", "viewer", "application/json",
				Drafts.complete().json());
		assertThat(answer).hasStatusOk();
		JsonNode cost = json(answer);
		assertThat(cost.at("/total/amount").stringValue()).isEqualTo("77.28");
		assertThat(cost.at("/total/currency").stringValue()).isEqualTo("USD");
		assertThat(cost.at("/price/date").stringValue()).isEqualTo("2025-04");
		assertThat(cost.at("/price/source").stringValue()).isEqualTo(SEED);
		assertThat(cost.path("unknown")).isEmpty();
		assertThat(cost.path("assumption").stringValue()).contains("whatever the sampling");
	}

	@Test
	void withoutAPriceTheAnswerHasNoTotal() {
		JsonNode cost = json(call(HttpMethod.POST, "/api/v1/cost", "viewer", "application/json",
				Drafts.complete().json().replace("ml.m5.xlarge", "ml.m5.2xlarge")));
		assertThat(cost.has("total")).isFalse();
		assertThat(cost.path("unknown").values()).extracting(JsonNode::stringValue).containsExactly("price");
	}

	@Test
	void whatCannotBeReckonedIsAProblem() {
		assertThat(call(HttpMethod.POST, "/api/v1/cost?target=nowhere", "viewer", "application/json", "{}"))
			.hasStatus(422)
			.bodyJson()
			.extractingPath("$.code")
			.isEqualTo("target-unknown");
		assertThat(call(HttpMethod.POST, "/api/v1/cost", "viewer", "application/json", "[1]")).hasStatus(400)
			.bodyJson()
			.extractingPath("$.code")
			.isEqualTo("unreadable-json");
		assertThat(this.mvc.get()
			.uri("/api/v1/experiments/" + UUID.randomUUID() + "/cost")
			.header(HttpHeaders.AUTHORIZATION, "Bearer us_sandbox_viewer")).hasStatus(404);
		assertThat(this.mvc.get().uri("/experiments/" + UUID.randomUUID() + "/cost")).hasStatus(404);
	}

	@Test
	void theInstanceTypesOfThePickerSayWhatTheyCost() {
		assertThat(types("ml.m5.xlarge")).hasStatusOk()
			.bodyText()
			.contains("0.23 USD an hour")
			.doesNotContain("unknown");
		assertThat(types("ml.m5.2xlarge")).hasStatusOk().bodyText().contains("price unknown").doesNotContain("an hour");
		JsonNode type = json(
				call(HttpMethod.GET, "/api/v1/catalog/instance-types?q=ml.m5.xlarge", "viewer", "application/json", ""))
			.at("/items/0");
		assertThat(type.path("name").stringValue()).isEqualTo("ml.m5.xlarge");
		assertThat(type.path("vCpus").intValue()).isEqualTo(4);
		assertThat(type.at("/source/hourly/amount").stringValue()).isEqualTo("0.23");
		assertThat(type.at("/source/name").stringValue()).isEqualTo(SEED);
	}

	private MvcTestResult types(String name) {
		return this.mvc.get().uri("/catalog/instance-types?target=sandbox&q=" + name).exchange();
	}

	@Test
	void aRunningTestHasACostSoFarAndInTotal() {
		UUID id = this.arranged.live("cost-running", "cost-prod", "Running", NOW.minus(Duration.ofHours(10)),
				NOW.plus(Duration.ofHours(10)));
		JsonNode cost = ofExperiment(id);
		assertThat(cost.path("hours").stringValue()).isEqualTo("20");
		assertThat(cost.at("/total/amount").stringValue()).isEqualTo("9.20");
		assertThat(Double.parseDouble(cost.path("hoursSoFar").stringValue())).isBetween(10.0, 10.5);
		assertThat(Double.parseDouble(cost.at("/soFar/amount").stringValue())).isBetween(4.6, 4.9);
		assertThat(page(id)).hasStatusOk().bodyText().contains("So far", "9.20 USD").doesNotContain("??", "<html");
	}

	@Test
	void whatHasEndedCostsWhatItRan() {
		UUID id = this.arranged.ended("cost-ended", "cost-prod", NOW.minus(Duration.ofHours(20)),
				NOW.minus(Duration.ofHours(15)));
		JsonNode cost = ofExperiment(id);
		assertThat(cost.at("/total/amount").stringValue()).isEqualTo("2.30");
		assertThat(cost.at("/soFar/amount").stringValue()).isEqualTo("2.30");
		assertThat(page(id)).bodyText().contains("In the end", "2.30 USD").doesNotContain("So far");
	}

	@Test
	void whatWaitsForItsStartOrNeverRanHasCostNothing() {
		UUID waiting = this.arranged.live("cost-waiting", "cost-prod", "Created", NOW.plus(Duration.ofHours(1)),
				NOW.plus(Duration.ofHours(3)));
		assertThat(ofExperiment(waiting).at("/soFar/amount").stringValue()).isEqualTo("0.00");
		UUID never = this.arranged.ended("cost-never", "cost-prod", NOW.plus(Duration.ofDays(2)), NOW);
		assertThat(ofExperiment(never).at("/total/amount").stringValue()).isEqualTo("0.00");
	}

	@Test
	void aShadowThatWasKeptIsSaidToCostMore() {
		UUID id = this.arranged.ended("cost-kept", "cost-prod", NOW.minus(Duration.ofHours(2)), NOW);
		this.jdbc.sql("update experiment set stop_action = 'KEEP', stopped_by = 'author' where id = :id")
			.param("id", id)
			.update();
		assertThat(page(id)).bodyText().contains("stays deployed and is billed on");
	}

	@Test
	void aDraftSaysWhatItWouldCostAndHasCostNothingYet() {
		UUID id = this.arranged.draft("cost-draft", "cost-prod", null, null);
		assertThat(ofExperiment(id).has("soFar")).isFalse();
		assertThat(ofExperiment(id).path("endAssumed").booleanValue()).isTrue();
		assertThat(this.mvc.get().uri("/experiments/" + id + "/cost")).hasStatusOk()
			.bodyText()
			.contains("<html", "77.28 USD", "so 7 days are counted", SEED, "2025-04");
		assertThat(SqlCount.of(() -> page(id))).isBetween(1, 5);
		assertThat(this.mvc.get().uri("/experiments/" + id + "/review")).bodyText()
			.contains("hx-get=\"/experiments/" + id + "/cost\"");
	}

	@Test
	void theFormIsReckonedAsOneTypes() {
		UUID id = this.arranged.draft("cost-typed", "cost-prod", null, null);
		MockMvcTester.MockMvcRequestBuilder typed = this.mvc.post()
			.uri("/experiments/" + id + "/draft/forecast")
			.with(csrf())
			.param("revision", "1")
			.param("zone", "Europe/Berlin")
			.param("startMode", "later")
			.param("start", "2027-03-28T02:30");
		assertThat(typed.header("HX-Request", "true").param("length", "30")).hasStatusOk()
			.bodyText()
			.contains("331.20 USD", "2 × ml.m5.xlarge × 0.23 USD an hour × 720 hours",
					"2027-03-28 02:30 does not exist in Europe/Berlin", "hx-swap-oob=\"true\"",
					"value=\"2027-04-27T03:30:00\"", "30 days")
			.doesNotContain("<html", "??", "Longer than");
	}

	@Test
	void withoutJavaScriptAButtonReckonsAndKeepsWhatWasTyped() {
		assertThat(this.mvc.post()
			.uri("/experiments/new/forecast")
			.with(csrf())
			.param("name", "typed-by-hand")
			.param("length", "1")
			.param("variants[0].name", "production")
			.param("variants[1].instanceType", "ml.unheard.of")
			.param("variants[1].instanceCount", "3")).hasStatusOk()
			.bodyText()
			.contains("<html", "value=\"typed-by-hand\"", "No price of ml.unheard.of is known", "1 day")
			.doesNotContain("??", "hx-swap-oob");
	}

	@Test
	void textThatCannotBeStoredStaysInTheForm() {
		assertThat(this.mvc.post().uri("/experiments/new/forecast").with(csrf()).param("name", "a\u0000b"))
			.hasStatusOk();
		assertThat(this.mvc.get().uri("/experiments/new/forecast")).hasRedirectedUrl("/experiments/new");
		assertThat(this.mvc.post()
			.uri("/experiments/" + UUID.randomUUID() + "/draft/forecast")
			.with(csrf())
			.param("revision", "1")).hasStatus(404);
	}

	private MvcTestResult page(UUID id) {
		return this.mvc.get().uri("/experiments/" + id + "/cost").header("HX-Request", "true").exchange();
	}

	private JsonNode ofExperiment(UUID id) {
		return json(call(HttpMethod.GET, "/api/v1/experiments/" + id + "/cost", "viewer", "application/json", ""));
	}

}
