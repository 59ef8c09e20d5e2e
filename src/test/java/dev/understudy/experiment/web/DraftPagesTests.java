package dev.understudy.experiment.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.understudy.actor.Actor;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.experiment.CarriedOperations;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.NewDraft;
import dev.understudy.experiment.Phase;
import dev.understudy.experiment.Rehearsed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@Rehearsed
@WithMockUser(username = "author", authorities = { "READ", "WRITE" })
class DraftPagesTests {

	private static final String ATTACK = "\"><script>alert(1)</script>";

	private static final String[] FIELDS = { "name", "description", "role", "endpoint", "sampling", "start", "end",
			"zone", "destination", "captureKey", "csvTypes", "jsonTypes", "key", "type", "sourceName", "shadowName",
			"variants[0].name", "variants[0].model", "variants[0].instanceType", "variants[0].instanceCount",
			"variants[0].infrastructure", "variants[0].origin", "tags[0].key", "tags[0].value", "tags[0].origin",
			"dropped" };

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Experiments experiments;

	@Autowired
	CarriedOperations delivery;

	@Test
	void savingANewDraftLeadsToItsPage() {
		assertThat(post("/experiments/new").param("name", "fresh").param("sampling", "forty")).hasStatus(302)
			.redirectedUrl()
			.matches("/experiments/[0-9a-f-]{36}/draft");
	}

	@Test
	void whatWasSavedStandsInTheFormWithItsRevision() {
		UUID id = draft(Drafts.complete());
		assertThat(post(id, "/draft").param("revision", "1").param("description", "told again"))
			.hasRedirectedUrl("/experiments/" + id + "/draft");
		assertThat(this.mvc.get().uri("/experiments/" + id + "/draft")).hasStatusOk()
			.bodyText()
			.contains("told again", "revision 2", "value=\"fraud-v7\"");
	}

	@Test
	void aStaleEditIsShownBesideTheSavedOneAndCanBeKept() {
		UUID id = draft(Drafts.complete());
		post(id, "/draft").param("revision", "1").param("description", "theirs").exchange();
		assertThat(post(id, "/draft").param("revision", "1").param("description", "mine").param("name", "other"))
			.hasStatus(409)
			.bodyText()
			.contains("theirs", "value=\"mine\"", "<span>Description</span>", "name=\"side:/Description\"",
					"name=\"theirs\" value=\"2\"")
			.doesNotContain("??");
		post(id, "/draft/resolve").param("revision", "1")
			.param("theirs", "2")
			.param("description", "mine")
			.param("name", "other")
			.param("all", "mine")
			.exchange();
		assertThat(this.experiments.get(id).revision().draft().text("/Description")).hasValue("mine");
		assertThat(this.experiments.get(id).revision().draft().name()).hasValue("other");
	}

	@Test
	void whatCannotBeStoredComesBackAsTyped() {
		UUID id = draft(Drafts.complete());
		assertThat(post(id, "/draft").param("revision", "1").param("name", "a\u0000b").param("key", "alias/typed"))
			.hasStatus(422)
			.bodyText()
			.contains("alias/typed", "href=\"#name\"", "aria-invalid=\"true\"");
		assertThat(this.experiments.get(id).revision().number()).isEqualTo(1);
	}

	@Test
	void rowsAreAddedAndRemovedWithAllThatWasTyped() {
		UUID id = draft(Drafts.complete());
		assertThat(post(id, "/draft/rows").param("revision", "1")
			.param("addTag", "1")
			.param("name", "typed")
			.param("tags[0].key", "first")).bodyText()
			.contains("name=\"tags[1].key\"", "value=\"first\"", "value=\"typed\"");
		assertThat(post(id, "/draft/rows").param("revision", "1")
			.param("removeTag", "0")
			.param("tags[0].key", "first")
			.param("tags[1].key", "second")).bodyText()
			.contains("value=\"second\"")
			.doesNotContain("value=\"first\"", "name=\"tags[1].key\"");
		assertThat(this.experiments.get(id).revision().number()).isEqualTo(1);
	}

	@Test
	void everyTimeZoneIsOfferedToWhoeverAsksWithAllThatWasTyped() {
		UUID id = draft(Drafts.complete());
		assertThat(post(id, "/draft/rows").param("revision", "1").param("offer", "zones").param("name", "typed"))
			.bodyText()
			.contains(">Africa/Abidjan</option>", "value=\"typed\"")
			.doesNotContain("value=\"zones\"");
		assertThat(this.mvc.get().uri("/experiments/" + id + "/draft")).bodyText()
			.contains("value=\"zones\"")
			.doesNotContain("Africa/Abidjan");
	}

	@Test
	void whoeverAddsOrRemovesARowGoesOnThere() {
		UUID id = draft(Drafts.complete());
		assertThat(post(id, "/draft/rows").param("revision", "1")
			.param("variants[0].name", "production")
			.param("addVariant", "1")).bodyText().containsPattern("name=\"variants\\[1].name\"[^>]*autofocus");
	}

	@Test
	void aPageThatAsksAgainIsToldOnlyWhatIsNew() {
		UUID id = draft(Drafts.minimal().with("/Name", node("asks-again")));
		post(id, "/review").param("revision", "1").exchange();
		for (String part : List.of("/standing", "/status")) {
			MvcTestResult moving = this.mvc.get().uri("/experiments/" + id + part).exchange();
			assertThat(moving).hasStatusOk().bodyText().contains("every ");
			Matcher seen = Pattern.compile("seen=([^\"]+)\"").matcher(text(moving));
			assertThat(seen.find()).isTrue();
			assertThat(this.mvc.get().uri("/experiments/" + id + part + "?seen=" + seen.group(1))).hasStatus(204);
		}
		assertThat(this.mvc.get().uri("/experiments/" + id + "/status")).bodyText()
			.contains("id=\"arn-" + id + "\" hx-swap-oob=\"true\"", "id=\"schedule-" + id + "\" hx-swap-oob=\"true\"");
		this.delivery.conflict(this.experiments.get(id).experiment());
		for (String part : List.of("/standing", "/status")) {
			assertThat(this.mvc.get().uri("/experiments/" + id + part)).hasStatus(286)
				.bodyText()
				.doesNotContain("hx-get");
		}
	}

	private static String text(MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	@Test
	void aCheckLinksToTheFieldsAndKeepsWhatWasTyped() {
		UUID id = draft(Drafts.complete());
		assertThat(post(id, "/draft/check").param("revision", "1").param("name", "a_b").param("sampling", "forty"))
			.hasStatus(422)
			.bodyText()
			.contains("There is a problem", "href=\"#name\"", "href=\"#sampling\"", "value=\"a_b\"", "value=\"forty\"");
	}

	@Test
	void leavingAFieldChecksTheFieldsThatWereVisited() {
		UUID id = draft(Drafts.complete());
		assertThat(post(id, "/draft/check").header("HX-Request", "true")
			.param("revision", "1")
			.param("name", "a_b")
			.param("sampling", "forty")
			.param("visited", "name,variants[9].name,nonsense")).hasStatusOk()
			.bodyText()
			.contains("id=\"name-error\"", "hx-swap-oob", "id=\"timetable\"")
			.doesNotContain("sampling-error", "nonsense", "<html");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/draft", "/review", "" })
	void markupInAnyFieldIsText(String page) {
		var request = post("/experiments/new");
		for (String field : FIELDS) {
			request = request.param(field, ATTACK);
		}
		String address = request.exchange().getResponse().getRedirectedUrl();
		assertThat(address).isNotNull();
		assertThat(this.mvc.get().uri(address.replace("/draft", page))).hasStatusOk()
			.bodyText()
			.contains("&lt;script&gt;")
			.doesNotContain("<script>alert", "??");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/draft", "/review", "" })
	void aScheduleThatRunsBackwardsIsSaidInWords(String page) {
		UUID id = draft(Drafts.with("/Schedule/EndTime", "2026-11-30T08:00:00Z"));
		assertThat(this.mvc.get().uri("/experiments/" + id + page)).hasStatusOk()
			.bodyText()
			.contains("it would end before it starts")
			.doesNotContain("??");
	}

	@Test
	void submittingTwiceAnswersWithTheStateAsItIs() {
		UUID id = draft(Drafts.minimal().with("/Name", node("twice")));
		for (int i = 0; i < 2; i++) {
			assertThat(post(id, "/review").param("revision", "1")).hasRedirectedUrl("/experiments/" + id);
		}
		assertThat(this.experiments.get(id).experiment().getPhase()).isNotEqualTo(Phase.DRAFT);
	}

	@Test
	void whatIsNotInOrderIsNotSubmitted() {
		UUID id = draft(Draft.parse("{\"Name\":\"half\"}"));
		assertThat(post(id, "/review").param("revision", "1")).hasStatus(422)
			.bodyText()
			.contains("have to be put right first", "/draft?check=#role");
		assertThat(this.experiments.get(id).experiment().getPhase()).isEqualTo(Phase.DRAFT);
	}

	@Test
	void anotherRevisionThanTheReviewedOneIsNotSubmitted() {
		UUID id = draft(Drafts.minimal().with("/Name", node("moved")));
		post(id, "/draft").param("revision", "1").param("description", "changed").exchange();
		assertThat(post(id, "/review").param("revision", "1")).hasStatus(409)
			.bodyText()
			.contains("You reviewed revision 1", "name=\"revision\" value=\"2\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/draft", "/draft/rows", "/draft/check", "/review", "/discard" })
	@WithMockUser(username = "viewer", authorities = "READ")
	void whoOnlyReadsChangesNothing(String page) {
		UUID id = draft(Drafts.complete());
		assertThat(post(id, page).param("revision", "1").param("name", "x")).hasStatus(403);
		assertThat(this.experiments.get(id).revision().number()).isEqualTo(1);
	}

	@Test
	@WithMockUser(username = "viewer", authorities = "READ")
	void whoOnlyReadsSeesWhyNot() {
		UUID id = draft(Drafts.complete());
		assertThat(this.mvc.get().uri("/experiments/" + id)).hasStatusOk()
			.bodyText()
			.contains("Your role only reads", "disabled");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/experiments", "/experiments?phase=draft&q=x&sort=name", "/experiments/new", "/help",
			"/help/api" })
	void everyPageHasItsWords(String page) {
		assertThat(this.mvc.get().uri(page)).hasStatusOk().bodyText().contains("</html>").doesNotContain("??");
	}

	@Test
	void aFilterNobodyKnowsIsRefused() {
		assertThat(this.mvc.get().uri("/experiments?phase=paused")).hasStatus(400);
	}

	private MockMvcTester.MockMvcRequestBuilder post(UUID id, String page) {
		return post("/experiments/" + id + page);
	}

	private MockMvcTester.MockMvcRequestBuilder post(String address) {
		return this.mvc.post().uri(address).with(csrf());
	}

	private UUID draft(Draft draft) {
		return this.experiments.draft(new NewDraft(null, draft), Actor.system("author", "test")).experiment().getId();
	}

	private static tools.jackson.databind.JsonNode node(String text) {
		return tools.jackson.databind.node.JsonNodeFactory.instance.stringNode(text);
	}

}
