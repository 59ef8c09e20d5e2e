package dev.understudy.template;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.definition.Finding;
import dev.understudy.experiment.Actors;
import dev.understudy.experiment.DefinitionRefusedException;
import dev.understudy.experiment.Described;
import dev.understudy.experiment.ExperimentView;
import dev.understudy.experiment.Origin;
import dev.understudy.experiment.StaleRevisionException;
import dev.understudy.experiment.Typing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** What a template holds of the drafts that were begun with it. */
class TemplatesTests extends TemplateSetting {

	@Test
	void aDraftBeginsWithAllOfItAndRemembersIt() {
		Template template = template(SAMPLING);
		ExperimentView begun = this.drafts.begin(template.id(), " named ", null, Actors.author());
		assertThat(begun.revision().draft()).isEqualTo(template.content().definition().with("/Name", text("named")));
		assertThat(begun.experiment().getOrigin()).isEqualTo(new Origin(template.id(), 1));
		assertThat(errors(begun.findings())).isEmpty();
		assertThat(this.templates.get(template.id()).uses()).isOne();
		assertThat(this.templates.get(template.id()).version()).isOne();
		assertThat(audited("experiment.drafted", begun.experiment().getId()))
			.isEqualTo("Begun with version 1 of the template \"%s\"".formatted(template.name()));
	}

	@Test
	void whatDiffersIsKeptAndCannotBeSubmitted() {
		UUID id = begin(template(SAMPLING));
		ExperimentView revised = revise(id, SAMPLING, 7);
		assertThat(revised.revision().draft().samplingPercentage()).hasValue(7);
		assertThat(errors(revised.findings())).extracting(Finding::pointer, Finding::rule)
			.containsExactly(tuple(SAMPLING, "template.locked"));
		assertThat(this.experiments.check(id)).isEqualTo(revised.findings());
		assertThatExceptionOfType(DefinitionRefusedException.class)
			.isThrownBy(() -> this.experiments.submit(id, null, Actors.author()))
			.satisfies((ex) -> assertThat(ex.findings()).isEqualTo(revised.findings()));
		revise(id, SAMPLING, 100);
		assertThat(this.experiments.submit(id, null, Actors.author())).isNotNull();
	}

	@Test
	void aTemplateThatChangedBetweenReviewAndSubmitHolds() {
		Template template = template(SAMPLING);
		UUID id = begin(template);
		ExperimentView reviewed = this.experiments.get(id);
		assertThat(reviewed.isSubmittable()).isTrue();
		change(template, SAMPLING, 20, SAMPLING);
		assertThatExceptionOfType(DefinitionRefusedException.class)
			.isThrownBy(() -> this.experiments.submit(id, reviewed.revision().number(), Actors.author()));
		assertThat(this.drafts.comply(id, 1, Actors.author()).revision().draft().samplingPercentage()).hasValue(20);
		assertThat(audited("experiment.revised", id))
			.isEqualTo("Values of version 2 of the template \"%s\" taken over".formatted(template.name()));
		assertThat(this.experiments.submit(id, 2, Actors.author())).isNotNull();
	}

	@Test
	void nobodyChangesATemplateWhileADraftOfItIsBeingSubmitted() {
		Template template = template(SAMPLING);
		this.transaction.executeWithoutResult((status) -> {
			assertThat(this.bonds.hold(template.id())).isPresent();
			assertThatExceptionOfType(CompletionException.class).isThrownBy(
					() -> CompletableFuture
						.runAsync(() -> this.jdbc.sql("select 1 from template where id = ? for update nowait")
							.params(template.id())
							.query()
							.listOfRows())
						.join())
				.withMessageContaining("could not obtain lock");
		});
	}

	@Test
	void takingOverKeepsWhatWasTypedAndMeetsNoOtherRevision() {
		Template template = template(SAMPLING);
		UUID id = begin(template);
		revise(id, SAMPLING, 7);
		Draft typed = Drafts.change(this.experiments.get(id).revision().draft(), "/Description", "Typed just now");
		this.copies.keep(id, new Typing(UUID.randomUUID(), 1, 0, 2, 2, typed, "description=Typed"), Actors.author());
		ExperimentView bound = this.drafts.comply(id, 2, Actors.author());
		assertThat(bound.revision().draft()).isEqualTo(Drafts.change(typed, SAMPLING, 100));
		assertThat(bound.revision().number()).isEqualTo(4);
		assertThatExceptionOfType(StaleRevisionException.class)
			.isThrownBy(() -> this.drafts.comply(id, 2, Actors.author()));
		UUID free = draft(name("free"));
		assertThatExceptionOfType(UnknownTemplateException.class)
			.isThrownBy(() -> this.drafts.comply(free, 1, Actors.author()));
	}

	@Test
	void aCloneIsHeldAsWellAndARetiredTemplateHoldsNothing() {
		Template template = template(SAMPLING);
		UUID id = begin(template);
		UUID clone = this.derivations.clone(id, null, Actors.author()).view().experiment().getId();
		assertThat(errors(revise(clone, SAMPLING, 7).findings())).isNotEmpty();
		assertThat(this.templates.retire(template.id(), 1, ADMIN)).isTrue();
		assertThat(errors(this.experiments.get(clone).findings())).isEmpty();
		assertThat(this.experiments.get(clone).experiment().getOrigin()).isEqualTo(new Origin(template.id(), 1));
		assertThatExceptionOfType(UnknownTemplateException.class)
			.isThrownBy(() -> this.drafts.begin(template.id(), null, null, Actors.author()));
		assertThat(this.templates.get(template.id()).isInUse()).isFalse();
		Template namesake = this.templates.make(template.content(), ADMIN);
		assertThat(namesake.name()).isEqualTo(template.name());
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("delete from template where id = ?").params(template.id()).update())
			.withMessageContaining("never deleted");
	}

	@Test
	void aRunningTestKeepsToItsTemplateWhenItIsChanged() {
		Template template = template(SAMPLING);
		UUID id = begin(template);
		this.experiments.submit(id, 1, Actors.author());
		this.delivery.confirm(this.experiments.get(id).experiment(), Described.ARN);
		this.sightings.sighted(id, Described.as("Running", 0, Described.usual()));
		assertThatExceptionOfType(DefinitionRefusedException.class)
			.isThrownBy(() -> this.lifecycle.update(id, Described.sampling(7), Actors.author()))
			.satisfies((ex) -> assertThat(errors(ex.findings())).extracting(Finding::rule)
				.containsExactly("template.locked"));
		change(template, SAMPLING, 50, SAMPLING);
		assertThat(
				errors(this.lifecycle.plan(id, Drafts.change(Draft.empty(), "/Description", "Free"), null).findings()))
			.isEmpty();
		assertThat(this.lifecycle.update(id, Described.sampling(50), Actors.author())).isNotNull();
	}

	private UUID begin(Template template) {
		return this.drafts.begin(template.id(), name("begun"), null, Actors.author()).experiment().getId();
	}

	private ExperimentView revise(UUID id, String pointer, Object value) {
		ExperimentView now = this.experiments.get(id);
		return this.experiments.revise(id, now.revision().number(),
				Drafts.change(now.revision().draft(), pointer, value), Actors.author());
	}

	private static List<Finding> errors(List<Finding> findings) {
		return findings.stream().filter(Finding::forbids).toList();
	}

	private String audited(String action, UUID experimentId) {
		return this.jdbc
			.sql("select reason from audit_entry where experiment_id = ? and action = ? order by at desc limit 1")
			.params(experimentId, action)
			.query(String.class)
			.single();
	}

}
