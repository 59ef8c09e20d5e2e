package dev.understudy.experiment.web;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import dev.understudy.actor.Actor;
import dev.understudy.actor.Role;
import dev.understudy.definition.Definition.Tag;
import dev.understudy.delivery.OperationError;
import dev.understudy.experiment.Actors;
import dev.understudy.experiment.ExperimentEvent;
import dev.understudy.experiment.FailedChange;
import dev.understudy.experiment.Lifecycle;
import dev.understudy.experiment.RehearsedTests;
import dev.understudy.experiment.Overview;
import dev.understudy.experiment.SqlCount;
import dev.understudy.experiment.StopOrder;
import dev.understudy.shell.Flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@RecordApplicationEvents
@WithMockUser(username = "author", authorities = { "READ", "WRITE" })
class FailedChangeTests extends RehearsedTests {

	private static final Actor OPERATOR = Actors.user("operator", Role.ADMIN);

	@Autowired
	Lifecycle lifecycle;

	@Autowired
	Overview overview;

	@Autowired
	ApplicationEvents events;

	@Test
	void aRefusedPromotionNeedsItsOwnerAndWhoAskedForIt() {
		UUID id = running("refused");
		UUID operation = this.lifecycle.stop(id, StopOrder.of(StopOrder.Action.PROMOTE, "better"), OPERATOR);
		assertThat(needs("author")).doesNotContain(id);
		this.delivery.reject(id, "AccessDeniedException");
		assertThat(failed(id)).isNotNull().extracting(FailedChange::operationId).isEqualTo(operation);
		assertThat(needs("author")).containsOnlyOnce(id);
		assertThat(needs("somebody-else")).doesNotContain(id);
		assertThat(this.mvc.get().uri("/")).bodyText()
			.contains("The stop that author asked for came to nothing.", "/operations/" + operation, "Change failed");
		assertThat(this.mvc.get().uri("/experiments?q=refused")).bodyText().contains("Change failed");
	}

	@Test
	void whatSomebodyElseChangedMeanwhileNeedsSomebodyToo() {
		UUID id = running("conflict");
		tag(id);
		this.delivery.drift(id);
		assertThat(needs("author")).contains(id);
	}

	@Test
	void nobodyIsNeededForWhatIsGoneOrWentWell() {
		UUID gone = running("gone");
		tag(gone);
		this.delivery.reject(gone, OperationError.GONE);
		assertThat(needs("author")).doesNotContain(gone);
		UUID well = running("well");
		tag(well);
		this.delivery.confirm(well);
		assertThat(needs("author")).doesNotContain(well);
	}

	@Test
	void askingForSomethingElseEndsIt() {
		UUID id = failed("again");
		tag(id);
		assertThat(failed(id)).isNull();
		assertThat(needs("author")).doesNotContain(id);
	}

	@Test
	void thePageTellsUntilSomebodyTakesNote() {
		UUID id = failed("noted");
		FailedChange failure = failed(id);
		assertThat(failure).isNotNull();
		String page = "/experiments/" + id;
		assertThat(this.mvc.get().uri(page)).bodyText()
			.contains("The change of tags that author asked for came to nothing.", "Take note",
					"/operations/" + failure.operationId());
		assertThat(note(id, UUID.randomUUID())).isEqualTo("failed-change.none");
		assertThat(note(id, failure.operationId())).isEqualTo("failed-change.noted");
		assertThat(note(id, failure.operationId())).isEqualTo("failed-change.none");
		assertThat(this.mvc.get().uri(page)).bodyText().doesNotContain("came to nothing");
		assertThat(this.events.stream(ExperimentEvent.class)
			.filter((event) -> event.what() == ExperimentEvent.What.FAILURE_NOTED)).singleElement()
			.satisfies((event) -> {
				assertThat(event.actor().name()).isEqualTo("author");
				assertThat(event.before()).contains(failure.operationId().toString(), "tag");
			});
	}

	@Test
	@WithMockUser(username = "viewer", authorities = "READ")
	void whoMayOnlyReadIsToldButAskedForNothing() {
		UUID id = failed("viewed");
		assertThat(this.mvc.get().uri("/experiments/" + id)).bodyText()
			.contains("came to nothing")
			.doesNotContain("/note\"");
	}

	@Test
	void aProgramReadsItAndTakesNote() {
		UUID id = failed("api");
		FailedChange failure = failed(id);
		assertThat(failure).isNotNull();
		String path = "/api/v1/experiments/" + id;
		assertThat(this.mvc.get().uri(path).with(Bearer.viewer())).bodyJson()
			.extractingPath("$.failedChange.operationId")
			.isEqualTo(failure.operationId().toString());
		assertThat(this.mvc.get().uri("/api/v1/experiments?q=" + id).with(Bearer.viewer())).bodyJson()
			.extractingPath("$.items[0].failedChange.type")
			.isEqualTo("tag");
		String note = "%s/failed-change/%s/note".formatted(path, failure.operationId());
		assertThat(this.mvc.post().uri(note).with(Bearer.author())).hasStatus(HttpStatus.NO_CONTENT);
		assertThat(this.mvc.post().uri(note).with(Bearer.author())).hasStatus(HttpStatus.CONFLICT)
			.bodyJson()
			.extractingPath("$.code")
			.isEqualTo("illegal-state");
		assertThat(this.mvc.get().uri(path).with(Bearer.viewer())).bodyJson().doesNotHavePath("$.failedChange");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/experiments/{id}" })
	void itCostsNoStatementMore(String page) {
		UUID id = failed("counted" + page.length());
		assertThat(SqlCount.of(() -> this.mvc.get().uri(page.replace("{id}", id.toString())).exchange())).isBetween(2,
				5);
	}

	private String note(UUID id, UUID operation) {
		Object flash = this.mvc.post()
			.uri("/experiments/%s/failed-change/%s/note".formatted(id, operation))
			.with(csrf())
			.exchange()
			.getMvcResult()
			.getFlashMap()
			.get("flash");
		return ((Flash) flash).code();
	}

	private @Nullable FailedChange failed(UUID id) {
		return this.experiments.get(id).experiment().getFailedChange();
	}

	private List<UUID> needs(String reader) {
		return this.overview.dashboard(Actors.user(reader, Role.AUTHOR))
			.attention()
			.stream()
			.map((item) -> item.experiment().id())
			.toList();
	}

	private UUID failed(String name) {
		UUID id = running(name);
		tag(id);
		this.delivery.reject(id, "ValidationException");
		return id;
	}

	private void tag(UUID id) {
		this.lifecycle.tag(id, List.of(new Tag("cost-center", "7")), List.of(), Actors.author());
	}

	private UUID running(String name) {
		return live(name, "Running");
	}

}
