package dev.understudy.experiment.web;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

import dev.understudy.actor.Actor;
import dev.understudy.definition.Drafts;
import dev.understudy.experiment.Revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** What was saved before: compared, brought back, cloned. */
class RevisionPagesTests extends TypingSetting {

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
				.content("{\"revision\":1}")).hasStatus(201).bodyJson().extractingPath("$.name").isEqualTo(name);
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

}
