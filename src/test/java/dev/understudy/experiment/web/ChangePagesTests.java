package dev.understudy.experiment.web;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.understudy.definition.Definition.Tag;
import dev.understudy.definition.Finding;
import dev.understudy.experiment.Actors;
import dev.understudy.experiment.DefinitionRefusedException;
import dev.understudy.experiment.Lifecycle;
import dev.understudy.experiment.RehearsedTests;
import dev.understudy.experiment.StopOrder;
import dev.understudy.shell.Flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The pages that ask for a change, where something stands in the way of it. */
@WithMockUser(username = "author", authorities = { "READ", "WRITE", "CHANGE_PRODUCTION" })
class ChangePagesTests extends RehearsedTests {

	@Autowired
	JdbcClient jdbc;

	@MockitoSpyBean
	Lifecycle lifecycle;

	@Test
	void aSecondClickAfterSomebodyElsesTagsTakesNothingOfTheirsAway() {
		UUID id = live("both-tag", "Created");
		tag(id, new Tag("team", "fraud"));
		tag(id, new Tag("team", "risk"), new Tag("stage", "prod"));
		assertThat(post(id, "/tags").param("seen", "{\"Tags\":[{\"Key\":\"team\",\"Value\":\"fraud\"}]}")
			.param("tags[0].key", "team")
			.param("tags[0].value", "fraud")
			.param("tags[1].key", "mine")
			.param("tags[1].value", "yes")).hasStatus(409)
			.bodyText()
			.contains("These tags changed in SageMaker", "<code>stage</code>", "value=\"risk\"", "value=\"stage\"",
					"value=\"mine\"")
			.doesNotContain("value=\"fraud\"", "??");
	}

	@ParameterizedTest
	@ValueSource(strings = { "delete", "stop", "start", "update", "tags" })
	void aDraftHasNoPagesOfChanges(String page) {
		UUID id = draft("still-a-draft-" + page);
		assertThat(this.mvc.get().uri("/experiments/%s/%s".formatted(id, page))).hasRedirectedUrl("/experiments/" + id)
			.flash()
			.containsEntry("flash", new Flash(Flash.Level.ERROR, "change.refused.not-in-sagemaker", List.of()));
	}

	@Test
	void aStopThatIsOnItsWayIsNamedInsteadOfOfferingAnother() {
		UUID id = live("stopping-once", "Running");
		UUID stop = this.lifecycle.stop(id, StopOrder.of(StopOrder.Action.DISCARD, "Slower"), Actors.author());
		assertThat(this.mvc.get().uri("/experiments/" + id)).bodyText()
			.contains("A stop is on its way already.", "/experiments/%s/operations/%s".formatted(id, stop))
			.doesNotContain("href=\"/experiments/%s/stop\"".formatted(id));
		assertThat(this.mvc.get().uri("/experiments/%s/stop".formatted(id))).hasStatusOk()
			.bodyText()
			.contains("Another operation of this experiment is not finished yet");
	}

	@Test
	void aStopIsOfferedWhileSomethingElseIsOnItsWay() {
		UUID id = live("stop-overtakes", "Running");
		this.lifecycle.tag(id, List.of(new Tag("team", "fraud")), List.of(), Actors.author());
		assertThat(this.mvc.get().uri("/experiments/" + id)).bodyText()
			.contains("href=\"/experiments/%s/stop\"".formatted(id));
	}

	@ParameterizedTest
	@CsvSource({ "Starting, changing it right now", "Updating, changing it right now",
			"Stopping, changing it right now", "Completed, It is over" })
	void whatCannotBeUpdatedNowSaysSoAndHasNoFields(String status, String words) {
		UUID id = live("not-updatable-" + status, status);
		assertThat(this.mvc.get().uri("/experiments/%s/update".formatted(id))).hasStatusOk()
			.bodyText()
			.contains(words)
			.doesNotContain("nearly everything", "name=\"description\"", "??");
	}

	@Test
	void whatWasTypedBeforeTheStatusChangedIsNotLost() {
		UUID id = live("typed-before", "Updating");
		assertThat(post(id, "/update/form").param("description", "typed while it ran")).bodyText()
			.contains("changing it right now", "typed while it ran")
			.doesNotContain("name=\"start\"", "??");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 300_000 })
	void anUpdateThatCannotBeStoredIsRefused(int times) {
		UUID id = live("unstorable-" + times, "Created");
		String text = (times == 1) ? "\uD800" : "x".repeat(times);
		assertThat(post(id, "/update").param("description", text)).hasStatus(422);
	}

	@Test
	void aStopThatIsRefusedInTheEndComesBackWithAllThatWasTyped() {
		UUID id = live("refused-in-the-end", "Running");
		DefinitionRefusedException refusal = mock(DefinitionRefusedException.class);
		given(refusal.findings())
			.willReturn(List.of(Finding.error("/reason", "reason.control", "The reason does not fit any more.", null)));
		willThrow(refusal).given(this.lifecycle).stop(any(), any(), any());
		assertThat(post(id, "/stop").param("action", "discard").param("reason", "It was slower")).hasStatus(422)
			.bodyText()
			.contains("It was slower", "The reason does not fit any more.");
	}

	@Test
	void whatIsHeldForTooLongOffersToSendWhatWasTypedAgain() {
		UUID id = live("held", "Created");
		willThrow(new CannotAcquireLockException("Held")).given(this.lifecycle).tag(any(), any(), any(), any());
		assertThat(post(id, "/tags").param("seen", "{}")
			.param("tags[0].key", "team")
			.param("tags[0].value", "typed <value>")).hasStatus(409)
			.bodyText()
			.contains("Nothing of what you sent was done.", "action=\"/experiments/%s/tags\"".formatted(id),
					"name=\"tags[0].value\" value=\"typed &lt;value&gt;\"")
			.doesNotContain("yours was not", "??");
	}

	@Test
	void aTargetThatIsNotConfiguredAnyMoreIsNamedWithTheRemedy() {
		UUID id = live("of-no-target", "Running");
		UUID draft = draft("draft-of-no-target");
		this.jdbc.sql("update experiment set target = 'moon' where id in (?, ?)").params(id, draft).update();
		assertThat(this.mvc.get().uri("/experiments/" + id)).hasStatusOk()
			.bodyText()
			.contains("of-no-target", "moon – not configured any more", "understudy.targets")
			.doesNotContain("aws sagemaker create-inference-experiment", "??");
		for (String page : List.of(id + "/promotion", draft + "/review")) {
			assertThat(this.mvc.get().uri("/experiments/" + page)).hasStatus(409)
				.bodyText()
				.contains("the target moon", "understudy.targets", "on every replica")
				.doesNotContain("??");
		}
		assertThat(post(id, "/stop").param("action", "discard").param("reason", "x")).hasStatus(409)
			.bodyText()
			.contains("the target moon");
	}

	private void tag(UUID id, Tag... tags) {
		this.lifecycle.tag(id, List.of(tags), List.of(), Actors.author());
		this.delivery.confirm(id);
	}

	private MockMvcTester.MockMvcRequestBuilder post(UUID id, String page) {
		return this.mvc.post().uri("/experiments/" + id + page).with(csrf());
	}

}
