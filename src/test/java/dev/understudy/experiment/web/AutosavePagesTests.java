package dev.understudy.experiment.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.understudy.TestDatabase;
import dev.understudy.actor.Actor;
import dev.understudy.database.Ids;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.experiment.CarriedOperations;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.NewDraft;
import dev.understudy.experiment.Revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@SpringBootTest(properties = { "understudy.sandbox.samples=false", "understudy.data-dir=target/draft-pages-tests" })
@AutoConfigureMockMvc
@Import({ TestDatabase.class, CarriedOperations.class })
@WithMockUser(username = "author", authorities = { "READ", "WRITE" })
class AutosavePagesTests {

	private static final UUID WINDOW = UUID.fromString("019ac000-0000-7000-8000-000000000001");

	private static final UUID OTHER = UUID.fromString("019ac000-0000-7000-8000-000000000002");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Experiments experiments;

	@Autowired
	Ids ids;

	private long turn;

	@Test
	void whatIsTypedIsKeptAndComesBackWithoutMakingARevision() {
		UUID id = draft(Drafts.complete());
		assertThat(type(id, WINDOW, "half a thou")).hasStatusOk()
			.bodyText()
			.contains("data-outcome=\"kept\"", "· revision 1", ", edited", "data-seen=\"1\"");
		assertThat(type(id, WINDOW, "half a thought")).bodyText().contains("data-seen=\"2\"");
		assertThat(this.experiments.get(id).revision().number()).isEqualTo(1);
		assertThat(open(id)).contains("value=\"half a thought\"", "name=\"revision\" autocomplete=\"off\" value=\"1\"",
				"It becomes a revision");
	}

	@Test
	void whoeverLeavesMakesOneRevisionOfAWholeBurst() {
		UUID id = draft(Drafts.complete());
		for (String text : List.of("o", "on", "one")) {
			type(id, WINDOW, text);
		}
		assertThat(leave(id, WINDOW, "one burst")).hasStatusOk()
			.bodyText()
			.contains("data-outcome=\"saved\"", "revision 2");
		assertThat(latest(id).text("/Description")).hasValue("one burst");
		assertThat(this.experiments.get(id).revision().number()).isEqualTo(2);
		assertThat(leave(id, WINDOW, "one burst")).bodyText().contains("revision 2");
		// The form is still there, on another tab of the history: it goes on with what it was.
		assertThat(type(id, WINDOW, "another")).bodyText().contains("data-outcome=\"kept\"", "· revision 2");
	}

	@Test
	void typingBackToWhatWasSavedLeavesNothingToSave() {
		UUID id = draft(Drafts.complete());
		String saved = latest(id).text("/Description").orElseThrow();
		type(id, WINDOW, "else");
		assertThat(type(id, WINDOW, saved)).bodyText().contains("data-outcome=\"saved\"");
		assertThat(open(id)).doesNotContain("It becomes a revision");
	}

	@Test
	void whatArrivesLateIsNotTakenForTheLatest() {
		UUID id = draft(Drafts.complete());
		type(id, WINDOW, "later");
		MvcTestResult late = send(id, WINDOW, "earlier").param("turn", "1").exchange();
		assertThat(late).hasStatusOk();
		assertThat(open(id)).contains("value=\"later\"").doesNotContain("earlier");
	}

	@Test
	void anotherWindowOverwritesNothingItHasNotSeen() {
		UUID id = draft(Drafts.complete());
		type(id, WINDOW, "in one window");
		assertThat(type(id, OTHER, "in the other")).hasStatus(409).bodyText().contains("data-outcome=\"window\"");
		assertThat(save(id, OTHER, "in the other")).hasStatus(409)
			.bodyText()
			.contains("in one window", "in the other", "name=\"side:/Description\"");
		assertThat(latest(id).text("/Description")).hasValue("in one window");
	}

	@Test
	void aWindowThatHasSeenTheTypingGoesOnWithIt() {
		UUID id = draft(Drafts.complete());
		type(id, WINDOW, "before");
		Matcher seen = Pattern.compile("name=\"seen\" autocomplete=\"off\" value=\"(\\d+)\"").matcher(open(id));
		assertThat(seen.find()).isTrue();
		assertThat(send(id, OTHER, "after").param("seen", seen.group(1)).param("turn", "5")).hasStatusOk();
		assertThat(open(id)).contains("value=\"after\"");
	}

	@Test
	void whatSomebodyElseSavedMeanwhileIsSaidAndBothAreShown() {
		UUID id = draft(Drafts.complete());
		type(id, WINDOW, "mine");
		this.experiments.revise(id, 1, Drafts.complete().with("/Description", null).with("/KmsKey", null),
				Actor.system("ada", "test"));
		assertThat(type(id, WINDOW, "mine too")).hasStatusOk()
			.bodyText()
			.contains("data-outcome=\"behind\"", "saved revision 2 meanwhile");
		assertThat(leave(id, WINDOW, "mine too")).bodyText().contains("data-outcome=\"behind\"");
		assertThat(save(id, WINDOW, "mine too")).hasStatus(409)
			.bodyText()
			.contains("Changed by one of you", "mine too");
		assertThat(resolve(id, "mine too").param("side:/Description", "theirs")).hasStatus(302);
		assertThat(latest(id).text("/Description")).isEmpty();
		assertThat(latest(id).text("/KmsKey")).isEmpty();
		assertThat(open(id)).doesNotContain("mine too");
	}

	@Test
	void aChoiceThatCameTooLateIsAskedAgain() {
		UUID id = draft(Drafts.complete());
		this.experiments.revise(id, 1, Drafts.complete().with("/KmsKey", null), Actor.system("ada", "test"));
		this.experiments.revise(id, 2, Drafts.complete().with("/Name", null), Actor.system("bob", "test"));
		assertThat(resolve(id, "mine")).hasStatus(409).bodyText().contains("name=\"theirs\" value=\"3\"");
		assertThat(this.experiments.get(id).revision().number()).isEqualTo(3);
	}

	@Test
	void theFirstWordsOfANewExperimentBeginItOnce() {
		UUID window = this.ids.next();
		MvcTestResult begun = begin(window, "first-words");
		assertThat(begun).hasStatusOk().bodyText().contains("/experiments/" + window + "/draft", "revision 1");
		assertThat(begin(window, "first-words-again")).hasStatusOk()
			.bodyText()
			.contains("/experiments/" + window + "/draft", "data-outcome=\"kept\"");
		assertThat(this.experiments.get(window).revision().draft().name()).hasValue("first-words");
		assertThat(this.mvc.post()
			.uri("/experiments/new")
			.with(csrf())
			.param("window", window.toString())
			.param("turn", Long.toString(++this.turn))
			.param("name", "saved-at-last")).hasRedirectedUrl("/experiments/" + window + "/draft");
		assertThat(this.experiments.get(window).revision().draft().name()).hasValue("saved-at-last");
		assertThat(this.experiments.get(window).revision().number()).isEqualTo(2);
	}

	@Test
	void nobodyBeginsAnExperimentUnderTheIdOfAnothers() {
		UUID taken = draft(Drafts.complete());
		MvcTestResult begun = this.mvc.post()
			.uri("/experiments/new/autosave")
			.with(csrf())
			.with(user("bob").authorities(() -> "READ", () -> "WRITE"))
			.param("window", taken.toString())
			.param("name", "not-yours")
			.exchange();
		assertThat(begun).hasStatusOk().bodyText().doesNotContain(taken + "/draft");
		assertThat(latest(taken).name()).isEqualTo(Drafts.complete().name());
	}

	@Test
	void whatIsInNoRevisionIsThrownAwayOnlyByItsAuthor() {
		UUID id = draft(Drafts.complete());
		type(id, WINDOW, "not yet");
		assertThat(this.mvc.post()
			.uri("/experiments/" + id + "/draft/drop")
			.with(csrf())
			.with(user("bob").authorities(() -> "READ", () -> "WRITE"))).hasStatus(302);
		assertThat(open(id)).contains("value=\"not yet\"");
		assertThat(this.mvc.post().uri("/experiments/" + id + "/draft/drop").with(csrf())).hasStatus(302);
		assertThat(open(id)).doesNotContain("not yet");
	}

	@Test
	void whoReviewsIsToldOfWhatIsInNoRevisionAndItsAuthorCanMakeItOne() {
		UUID id = draft(Drafts.complete());
		type(id, WINDOW, "not yet");
		assertThat(this.mvc.get().uri("/experiments/" + id + "/review")).bodyText()
			.contains("You have typed something that is in no revision yet", "/draft/settle");
		assertThat(this.mvc.get()
			.uri("/experiments/" + id + "/review")
			.with(user("bob").authorities(() -> "READ", () -> "WRITE"))).bodyText()
			.contains("author has typed something")
			.doesNotContain("/draft/settle");
		assertThat(this.mvc.post().uri("/experiments/" + id + "/draft/settle").with(csrf()))
			.hasRedirectedUrl("/experiments/" + id + "/review");
		assertThat(latest(id).text("/Description")).hasValue("not yet");
	}

	@Test
	void whatCannotBeStoredOrIsFrozenSaysSo() {
		UUID id = draft(Drafts.minimal());
		assertThat(type(id, WINDOW, "a\u0000b")).hasStatus(422).bodyText().contains("data-outcome=\"refused\"");
		this.experiments.discard(id, Actor.system("ada", "test"));
		assertThat(type(id, WINDOW, "too late")).hasStatus(409).bodyText().contains("data-outcome=\"frozen\"");
	}

	@Test
	void anOldRevisionComesBackAsANewOne() {
		UUID id = draft(Drafts.complete());
		this.experiments.revise(id, 1, Drafts.minimal(), Actor.system("ada", "test"));
		assertThat(this.mvc.get().uri("/experiments/" + id + "/revisions")).hasStatusOk()
			.bodyText()
			.contains("First draft", "Description", "/revisions/1/restore", "from=1")
			.doesNotContain("??");
		assertThat(this.mvc.post().uri("/experiments/" + id + "/revisions/1/restore").with(csrf()).param("latest", "1"))
			.hasStatus(302);
		assertThat(this.experiments.get(id).revision().number()).isEqualTo(2);
		assertThat(this.mvc.post().uri("/experiments/" + id + "/revisions/1/restore").with(csrf()).param("latest", "2"))
			.hasStatus(302);
		Revision restored = this.experiments.get(id).revision();
		assertThat(restored.number()).isEqualTo(3);
		assertThat(restored.draft().json()).isEqualTo(Drafts.complete().json());
	}

	@Test
	void overRestAnOldRevisionComesBackOnTopOfTheOneThatWasSeen() {
		UUID id = draft(Drafts.complete());
		this.experiments.revise(id, 1, Drafts.minimal(), Actor.system("ada", "test"));
		String restore = "/api/v1/experiments/" + id + "/revisions/1/restore";
		assertThat(this.mvc.post().uri(restore).with(Bearer.author())).hasStatus(428);
		assertThat(this.mvc.post().uri(restore).with(Bearer.author()).header("If-Match", "\"1\"")).hasStatus(412);
		assertThat(this.mvc.post().uri(restore).with(Bearer.author()).header("If-Match", "\"2\"")).hasStatusOk()
			.hasHeader("ETag", "\"3\"");
		assertThat(this.mvc.get().uri("/api/v1/experiments/" + id + "/diff?from=1&to=3").with(Bearer.author()))
			.hasStatusOk()
			.bodyJson()
			.isEqualTo("{\"changes\":[]}");
		assertThat(this.mvc.get().uri("/api/v1/experiments/" + id + "/diff?from=2&to=3").with(Bearer.author()))
			.bodyJson()
			.extractingPath("$.changes[*].pointer")
			.asArray()
			.contains("/Description", "/Schedule/EndTime");
		for (String wrong : List.of("from=1&to=live", "from=submitted&to=1", "from=1&to=9")) {
			assertThat(this.mvc.get().uri("/api/v1/experiments/" + id + "/diff?" + wrong).with(Bearer.author()))
				.as(wrong)
				.hasStatus(404);
		}
		assertThat(this.mvc.get().uri("/api/v1/experiments/" + id + "/diff?from=1&to=then").with(Bearer.author()))
			.hasStatus(400);
	}

	@Test
	void twoRevisionsAreComparedByFieldAndAsJson() {
		UUID id = draft(Drafts.complete());
		this.experiments.revise(id, 1, Drafts.complete().with("/Description", null), Actor.system("ada", "test"));
		assertThat(this.mvc.get().uri("/experiments/" + id + "/diff")).hasStatusOk()
			.bodyText()
			.contains("One field differs", "Does v7 hold up", "<del class=\"x-diff-line\">")
			.doesNotContain("<ins", "??");
		assertThat(this.mvc.get().uri("/experiments/" + id + "/diff?from=1&to=live")).hasStatusOk()
			.bodyText()
			.contains("There is nothing to compare with");
	}

	@Test
	void aCloneIsADraftOfItsOwnUnderAFreeName() {
		UUID id = draft(Drafts.change(Drafts.minimal(), "/Name", "cloned-often"));
		String clone = "/api/v1/experiments/" + id + "/clone";
		for (String name : List.of("cloned-often-2", "cloned-often-3")) {
			assertThat(this.mvc.post()
				.uri(clone)
				.with(Bearer.author())
				.contentType(MediaType.APPLICATION_JSON)
				.content("{\"revision\":1}")).hasStatus(201)
				.bodyJson()
				.extractingPath("$.name")
				.isEqualTo(name);
		}
		assertThat(this.mvc.post().uri("/experiments/" + id + "/clone").with(csrf())).hasStatus(302)
			.redirectedUrl()
			.endsWith("/draft");
		assertThat(this.mvc.post()
			.uri(clone)
			.with(Bearer.author())
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"revision\":9}")).hasStatus(404);
	}

	private UUID draft(Draft draft) {
		return this.experiments.draft(new NewDraft(null, draft), Actor.system("author", "test")).experiment().getId();
	}

	private Draft latest(UUID id) {
		return this.experiments.get(id).revision().draft();
	}

	private String open(UUID id) {
		MvcTestResult page = this.mvc.get().uri("/experiments/" + id + "/draft").exchange();
		assertThat(page).hasStatusOk().bodyText().doesNotContain("??");
		return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private MvcTestResult type(UUID id, UUID window, String description) {
		return send(id, window, description).param("turn", Long.toString(++this.turn + 10)).exchange();
	}

	private MvcTestResult leave(UUID id, UUID window, String description) {
		return send(id, window, description).param("turn", Long.toString(++this.turn + 10))
			.param("leaving", "true")
			.exchange();
	}

	private MockMvcTester.MockMvcRequestBuilder send(UUID id, UUID window, String description) {
		return this.mvc.post()
			.uri("/experiments/" + id + "/draft/autosave")
			.with(csrf())
			.param("revision", "1")
			.param("window", window.toString())
			.param("description", description);
	}

	private MvcTestResult save(UUID id, UUID window, String description) {
		return this.mvc.post()
			.uri("/experiments/" + id + "/draft")
			.with(csrf())
			.param("revision", "1")
			.param("window", window.toString())
			.param("turn", Long.toString(++this.turn + 10))
			.param("description", description)
			.exchange();
	}

	private MockMvcTester.MockMvcRequestBuilder resolve(UUID id, String description) {
		return this.mvc.post()
			.uri("/experiments/" + id + "/draft/resolve")
			.with(csrf())
			.param("revision", "1")
			.param("theirs", "2")
			.param("window", WINDOW.toString())
			.param("turn", Long.toString(++this.turn + 10))
			.param("description", description);
	}

	private MvcTestResult begin(UUID window, String name) {
		return this.mvc.post()
			.uri("/experiments/new/autosave")
			.with(csrf())
			.param("window", window.toString())
			.param("turn", Long.toString(++this.turn))
			.param("name", name)
			.exchange();
	}

}
