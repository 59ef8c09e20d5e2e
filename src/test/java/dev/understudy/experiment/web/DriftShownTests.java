package dev.understudy.experiment.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import dev.understudy.definition.Drafts;
import dev.understudy.experiment.Actors;
import dev.understudy.experiment.Described;
import dev.understudy.experiment.NewDraft;
import dev.understudy.experiment.RehearsedTests;
import dev.understudy.experiment.Opened;
import dev.understudy.experiment.SqlCount;
import dev.understudy.shell.Flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@RecordApplicationEvents
@WithMockUser(username = "author", authorities = { "READ", "WRITE" })
class DriftShownTests extends RehearsedTests {

	@Autowired
	ApplicationEvents events;

	@Test
	void aProgramGetsTheDifferenceByPointer() {
		UUID id = drifted("api");
		assertThat(this.mvc.get().uri("/api/v1/experiments/" + id).with(Bearer.viewer())).bodyJson()
			.extractingPath("$.sagemaker.drift")
			.isEqualTo(List.of(Map.of("pointer", "/ShadowModeConfig/ShadowModelVariants/0/SamplingPercentage", "before",
					100, "after", 60)));
		assertThat(this.mvc.get().uri("/api/v1/experiments?q=" + id).with(Bearer.viewer())).bodyJson()
			.extractingPath("$.items[0].drifted")
			.isEqualTo(true);
	}

	@Test
	void aProgramTakesNoteOfWhatItHasSeen() {
		UUID id = drifted("api-note");
		String path = "/api/v1/experiments/" + id;
		String accept = path + "/drift/accept";
		assertThat(this.mvc.post().uri(accept).with(Bearer.author()).header(HttpHeaders.IF_MATCH, "\"1\""))
			.hasStatus(HttpStatus.PRECONDITION_FAILED)
			.bodyJson()
			.extractingPath("$.code")
			.isEqualTo("stale-experiment");
		String etag = this.mvc.get().uri(path).with(Bearer.viewer()).exchange().getResponse().getHeader("ETag");
		assertThat(this.mvc.post().uri(accept).with(Bearer.author()).header(HttpHeaders.IF_MATCH, etag)).hasStatusOk()
			.bodyJson()
			.doesNotHavePath("$.sagemaker.drift")
			.extractingPath("$.revision")
			.isEqualTo(2);
		assertThat(this.mvc.post().uri(accept).with(Bearer.author())).hasStatus(HttpStatus.CONFLICT)
			.bodyJson()
			.extractingPath("$.code")
			.isEqualTo("illegal-state");
	}

	@Test
	void thePageShowsBothSidesUntilSomebodyTakesNote() {
		UUID id = drifted("page");
		String page = "/experiments/" + id;
		assertThat(this.mvc.get().uri(page)).bodyText()
			.contains("Changed outside", "Last known", "Now in SageMaker", "Sampling", "<span>100</span>",
					"<span>60</span>", "Take note")
			.doesNotContain("Nobody has to do anything");
		long version = this.experiments.get(id).experiment().getVersion();
		assertThat(accept(id, version - 1)).isEqualTo("drift.stale");
		assertThat(accept(id, version)).isEqualTo("drift.accepted");
		assertThat(accept(id, version + 1)).isEqualTo("drift.none");
		assertThat(this.mvc.get().uri(page)).bodyText().doesNotContain("Changed outside");
	}

	@Test
	@WithMockUser(username = "viewer", authorities = "READ")
	void whoMayOnlyReadSeesWhyNot() {
		UUID id = drifted("viewed");
		assertThat(this.mvc.get().uri("/experiments/" + id)).bodyText()
			.contains("Changed outside")
			.contains("why-no-note")
			.doesNotContain("/drift/accept");
	}

	@Test
	void anOpenPageLearnsOfIt() {
		UUID id = drifted("fragment");
		assertThat(this.mvc.get().uri("/experiments/%s/standing?seen=x".formatted(id))).bodyText()
			.contains("Changed outside", "hx-swap-oob=\"true\"");
		assertThat(this.mvc.get().uri("/experiments/%s/status?seen=x".formatted(id))).bodyText()
			.contains("Changed outside");
	}

	@Test
	void listsAndDashboardShowTheBadge() {
		drifted("listed");
		assertThat(this.mvc.get().uri("/experiments?q=listed")).bodyText().contains("Changed outside");
		assertThat(this.mvc.get().uri("/")).bodyText().contains("Somebody changed it in SageMaker");
	}

	@Test
	void whatSomebodyHasOpenIsTold() {
		UUID id = drifted("opened");
		this.mvc.get().uri("/experiments/" + id).exchange();
		this.mvc.get().uri("/experiments/%s/standing".formatted(id)).exchange();
		this.mvc.get().uri("/api/v1/experiments/" + id).with(Bearer.viewer()).exchange();
		assertThat(this.events.stream(Opened.class)).hasSize(3).containsOnly(new Opened(id, "sandbox"));
	}

	@Test
	void whatIsNotLiveIsNotTold() {
		UUID id = this.experiments.draft(new NewDraft(null, Drafts.minimal()), Actors.author()).experiment().getId();
		this.mvc.get().uri("/experiments/" + id).exchange();
		this.mvc.get().uri("/api/v1/experiments/" + id).with(Bearer.viewer()).exchange();
		assertThat(this.events.stream(Opened.class)).isEmpty();
	}

	@Test
	void anOpenedDetailTakesFewStatements() {
		UUID id = drifted("counted");
		assertThat(SqlCount.of(() -> this.mvc.get().uri("/experiments/" + id).exchange())).isBetween(2, 5);
	}

	private String accept(UUID id, long version) {
		Object flash = this.mvc.post()
			.uri("/experiments/%s/drift/accept".formatted(id))
			.with(csrf())
			.param("version", Long.toString(version))
			.exchange()
			.getMvcResult()
			.getFlashMap()
			.get("flash");
		return ((Flash) flash).code();
	}

	private UUID drifted(String name) {
		UUID id = this.experiments
			.draft(new NewDraft(null, Drafts.change(Drafts.minimal(), "/Name", name)), Actors.author())
			.experiment()
			.getId();
		this.experiments.submit(id, 1, Actors.author());
		this.delivery.confirm(this.experiments.get(id).experiment(), Described.ARN);
		this.sightings.sighted(id, Described.as("Created", 0, Described.usual()));
		this.sightings.sighted(id, Described.as("Created", 1, Described.sampling(60)));
		return id;
	}

}
