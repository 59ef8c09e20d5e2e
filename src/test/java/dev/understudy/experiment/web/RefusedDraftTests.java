package dev.understudy.experiment.web;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

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
class RefusedDraftTests {

	private static final String REFUSAL = "1 validation error detected: SageMaker does not like this endpoint";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Experiments experiments;

	@Autowired
	CarriedOperations delivery;

	@Test
	void aRefusalOfSageMakerStandsAtItsFieldUntilSomethingChanges() {
		UUID id = refused("stays-refused");
		for (String page : List.of("/draft", "/draft?check=")) {
			assertThat(this.mvc.get().uri("/experiments/" + id + page)).hasStatusOk()
				.bodyText()
				.satisfies((text) -> assertThat(beside(text, "endpoint")).contains(REFUSAL));
		}
		assertThat(shown(id, "/draft/check")).hasStatus(422)
			.bodyText()
			.satisfies((text) -> assertThat(beside(text, "endpoint")).contains(REFUSAL))
			.doesNotContain("Nothing stands in the way");
		assertThat(post(id, "/review").param("revision", "1")).hasStatus(422);
		assertThat(shown(id, "/draft/check").param("description", "another")).hasStatusOk()
			.bodyText()
			.contains("Nothing stands in the way");
	}

	@Test
	void aRefusalStandsAtTheFieldThatIsLeft() {
		UUID id = refused("left-refused");
		assertThat(shown(id, "/draft/check").header("HX-Request", "true").param("visited", "endpoint")).hasStatusOk()
			.bodyText()
			.contains("id=\"endpoint-error\"", REFUSAL);
	}

	@Test
	void aTakenNameIsAskedForAgainWithAllThatWasTyped() {
		UUID id = draft(Drafts.minimal().with("/Name", node("name-in-use")));
		post(id, "/review").param("revision", "1").exchange();
		this.delivery.conflict(this.experiments.get(id).experiment());
		assertThat(shown(id, "/draft/check").param("description", "typed")).hasStatus(422)
			.bodyText()
			.satisfies((text) -> assertThat(beside(text, "name")).contains("Something else is called so"));
		assertThat(shown(id, "/draft").param("description", "typed")).hasStatus(409)
			.bodyText()
			.contains("value=\"typed\"", "href=\"#name\"")
			.satisfies((text) -> assertThat(beside(text, "name")).contains("Something else is called so"));
		assertThat(shown(id, "/draft").param("name", "name-not-in-use").param("description", "typed"))
			.hasRedirectedUrl("/experiments/" + id + "/draft");
		assertThat(this.experiments.get(id).experiment().getPhase()).isEqualTo(Phase.DRAFT);
	}

	@Test
	void whatWasSubmittedMeanwhileIsShownToBeCopied() {
		UUID id = draft(Drafts.minimal().with("/Name", node("submitted-meanwhile")));
		post(id, "/review").param("revision", "1").exchange();
		assertThat(shown(id, "/draft").param("description", "typed too late")).hasStatus(409)
			.bodyText()
			.contains("frozen", "typed too late")
			.doesNotContain("??");
	}

	@Test
	void whatWasResolvedTooLateIsShownToBeCopied() {
		UUID id = draft(Drafts.minimal().with("/Name", node("resolved-too-late")));
		assertThat(shown(id, "/draft").param("description", "theirs")).hasStatus3xxRedirection();
		post(id, "/review").param("revision", "2").exchange();
		assertThat(
				shown(id, "/draft/resolve").param("theirs", "2").param("name", "chosen too late").param("all", "mine"))
			.hasStatus(409)
			.bodyText()
			.contains("frozen", "chosen too late")
			.doesNotContain("??");
		assertThat(this.experiments.get(id).revision().number()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({ "/experiments/new, 422", "/experiments/new/check, 422", "/experiments/new/rows, 200",
			"/experiments/new/forecast, 200" })
	void whatIsForATargetThatIsNotThereComesBackAsTyped(String address, int status) {
		assertThat(post(address).param("target", "moon").param("key", "alias/typed")).hasStatus(status)
			.bodyText()
			.contains("alias/typed", "value=\"moon\"", "value=\"sandbox\"")
			.satisfies((text) -> assertThat(beside(text, "target")).contains("There is no target moon"));
	}

	@Test
	void whatIsForATargetThatIsNotThereBeginsNoDraftByItself() {
		assertThat(post("/experiments/new/autosave").param("target", "moon").param("name", "astray")).hasStatus(422)
			.bodyText()
			.contains("the target it names is not there")
			.doesNotContain("data-address");
		assertThat(this.mvc.get().uri("/experiments?q=astray")).bodyText().doesNotContain(">astray<");
		assertThat(this.mvc.get().uri("/experiments/new?target=moon")).hasStatus(409).bodyText().contains("moon");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/experiments/new", "/experiments/new/check", "/experiments/new/rows" })
	void whatIsTooLargeToBeStoredComesBackAsTyped(String address) {
		assertThat(post(address).param("description", "x".repeat(300_000)).param("key", "alias/typed")).hasStatus(413)
			.bodyText()
			.contains("256 KB", "alias/typed", "xxx");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/draft", "/draft/check", "/draft/rows" })
	void whatMakesADraftTooLargeComesBackAsTyped(String page) {
		UUID id = draft(Drafts.complete());
		assertThat(post(id, page).param("revision", "1")
			.param("description", "x".repeat(300_000))
			.param("key", "alias/typed")).hasStatus(413).bodyText().contains("256 KB", "alias/typed", "xxx");
		assertThat(this.experiments.get(id).revision().number()).isEqualTo(1);
	}

	private MockMvcTester.MockMvcRequestBuilder post(UUID id, String page) {
		return post("/experiments/" + id + page);
	}

	private MockMvcTester.MockMvcRequestBuilder post(String address) {
		return this.mvc.post().uri(address).with(csrf());
	}

	/** The form of the draft as it was shown; what is given besides takes its place. */
	private MockMvcTester.MockMvcRequestBuilder shown(UUID id, String page) {
		return post(id, page).param("revision", "1");
	}

	private UUID refused(String name) {
		UUID id = draft(Drafts.minimal().with("/Name", node(name)));
		post(id, "/review").param("revision", "1").exchange();
		this.delivery.reject(this.experiments.get(id).experiment(), "ValidationException", REFUSAL, "/EndpointName");
		return id;
	}

	/** What the page says beside a field. */
	private static String beside(String page, String field) {
		int slot = page.indexOf("id=\"%s-error\"".formatted(field));
		return page.substring(slot, page.indexOf("</div>", slot));
	}

	private UUID draft(Draft draft) {
		return this.experiments.draft(new NewDraft(null, draft), Actor.system("author", "test")).experiment().getId();
	}

	private static tools.jackson.databind.JsonNode node(String text) {
		return tools.jackson.databind.node.JsonNodeFactory.instance.stringNode(text);
	}

}
