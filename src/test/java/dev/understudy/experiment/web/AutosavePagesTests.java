package dev.understudy.experiment.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.understudy.actor.Actor;
import dev.understudy.definition.Drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** What is typed is kept while it is typed. */
class AutosavePagesTests extends TypingSetting {

	private static final UUID WINDOW = UUID.fromString("019ac000-0000-7000-8000-000000000001");

	private static final UUID OTHER = UUID.fromString("019ac000-0000-7000-8000-000000000002");

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
		// The form is still there, on another tab of the history: it goes on with what it
		// was.
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
