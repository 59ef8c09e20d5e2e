package dev.understudy.template;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.understudy.actor.Actor;
import dev.understudy.actor.Role;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.definition.Finding;
import dev.understudy.experiment.Actors;
import dev.understudy.experiment.Bonds;
import dev.understudy.experiment.DefinitionRefusedException;
import dev.understudy.experiment.Derivations;
import dev.understudy.experiment.Described;
import dev.understudy.experiment.ExperimentView;
import dev.understudy.experiment.Lifecycle;
import dev.understudy.experiment.NewDraft;
import dev.understudy.experiment.Origin;
import dev.understudy.experiment.RehearsedTests;
import dev.understudy.experiment.Sightings;
import dev.understudy.experiment.StaleRevisionException;
import dev.understudy.experiment.Typing;
import dev.understudy.experiment.WorkingCopies;
import dev.understudy.template.TemplateRefusedException.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** Templates kept, drafts begun with them, and what holds those. */
class TemplatesTests extends RehearsedTests {

	static final String SAMPLING = "/ShadowModeConfig/ShadowModelVariants/0/SamplingPercentage";

	private static final Actor ADMIN = Actors.user("admin", Role.ADMIN);

	@Autowired
	Templates templates;

	@Autowired
	TemplateDrafts drafts;

	@Autowired
	Derivations derivations;

	@Autowired
	WorkingCopies copies;

	@Autowired
	Lifecycle lifecycle;

	@Autowired
	Sightings sightings;

	@Autowired
	Bonds bonds;

	@Autowired
	TransactionTemplate transaction;

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
	void oneThatNobodyUsedIsDeleted() {
		Template template = template(SAMPLING);
		assertThat(this.templates.retire(template.id(), 1, ADMIN)).isFalse();
		assertThatExceptionOfType(UnknownTemplateException.class).isThrownBy(() -> this.templates.get(template.id()));
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

	@Test
	void everyChangeIsOnRecordWithWhatItChanged() {
		Template template = template(SAMPLING);
		change(template, SAMPLING, 20, SAMPLING, "/KmsKey");
		this.templates.change(template.id(), 2, this.templates.get(template.id()).content(), ADMIN);
		assertThat(this.jdbc.sql("select action, before, after from audit_entry where target = ? order by at, id")
			.params(template.name())
			.query((row, index) -> "%s %s %s"
				.formatted(row.getString("action"), row.getString("before"), row.getString("after"))
				.replace("\": ", "\":")
				.replace(", \"", ",\""))
			.list())
			.satisfiesExactly(
					(made) -> assertThat(made).startsWith("template.made {")
						.contains("\"/definition/RoleArn\"", "\"/locked\""),
					(changed) -> assertThat(changed).isEqualTo(
							"template.changed {\"/locked\":[\"%1$s\"],\"/definition%1$s\":100} {\"/locked\":[\"/KmsKey\",\"%1$s\"],\"/definition%1$s\":20}"
								.formatted(SAMPLING)));
	}

	@Test
	void whoeverEditedAnOldVersionIsToldSo() {
		Template template = template(SAMPLING);
		change(template, SAMPLING, 20, SAMPLING);
		assertThatExceptionOfType(StaleTemplateException.class)
			.isThrownBy(() -> change(template, SAMPLING, 30, SAMPLING))
			.satisfies((ex) -> assertThat(ex.current().version()).isEqualTo(2));
		assertThatExceptionOfType(StaleTemplateException.class)
			.isThrownBy(() -> this.templates.retire(template.id(), 1, ADMIN));
	}

	@ParameterizedTest
	@CsvSource({ "/RoleArn", "/Foo", "/Name", "/Tags/0/Value", "nonsense", "''" })
	void whatCannotBeLockedIsRefused(String pointer) {
		Draft definition = Drafts.complete().with("/Name", null).with("/RoleArn", null);
		assertThatExceptionOfType(TemplateRefusedException.class)
			.isThrownBy(() -> this.templates
				.make(new TemplateContent(name("odd"), "", definition, new Locks(List.of(pointer))), ADMIN))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.DEFINITION))
			.satisfies((ex) -> assertThat(ex.findings()).extracting(Finding::rule).containsExactly("template.lock"));
	}

	@Test
	void whatNoDraftCouldBeSubmittedWithIsRefusedAndWhatIsMissingIsNot() {
		assertThat(this.templates.check(new TemplateContent("empty", "", Draft.empty(), Locks.NONE))).isEmpty();
		Draft past = Drafts.complete().with("/Name", null).with("/Schedule/StartTime", text("2001-01-01T00:00:00Z"));
		assertThat(
				this.templates.check(new TemplateContent("past", "", past.with("/Schedule/EndTime", null), Locks.NONE)))
			.isEmpty();
		Draft wrong = Drafts.change(Drafts.with(SAMPLING, 700), "/RoleArn", "arn:aws:iam::111122223333:role/other");
		assertThat(this.templates.check(new TemplateContent("wrong", "", wrong, Locks.NONE))).extracting(Finding::rule)
			.contains("template.named", "sampling-percentage.range", "role-arn.not-allowed");
	}

	@ParameterizedTest
	@CsvSource({ "'', NAME", "' ', NAME", "64, NAME", "'two\nlines', NAME", "taken, " })
	void aNameIsOneOfItsOwn(String typed, Reason reason) {
		String name = typed.equals("64") ? "x".repeat(64) : typed;
		if (reason != null) {
			assertThatExceptionOfType(TemplateRefusedException.class)
				.isThrownBy(() -> this.templates.make(new TemplateContent(name, "", Draft.empty(), Locks.NONE), ADMIN))
				.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(reason));
			return;
		}
		String taken = name("Taken");
		this.templates.make(new TemplateContent(taken, "", Draft.empty(), Locks.NONE), ADMIN);
		assertThatExceptionOfType(TemplateNameTakenException.class).isThrownBy(() -> this.templates
			.make(new TemplateContent(taken.toUpperCase(Locale.ROOT), "", Draft.empty(), Locks.NONE), ADMIN));
	}

	@Test
	void whatOthersCanBeginWithHasNoNameNoTimesAndNoTagsOfOurs() {
		Draft origin = Drafts.change(Drafts.complete(), "/Tags/0/Key", "understudy:operation");
		UUID id = this.experiments.draft(new NewDraft(null, origin), Actors.author()).experiment().getId();
		Draft shared = this.derivations.shareable(id, 1);
		assertThat(shared.name()).isEmpty();
		assertThat(shared.at("/Schedule").isMissingNode()).isTrue();
		assertThat(shared.at("/Tags")).hasSize(1);
		assertThat(shared.at("/ModelVariants")).isEqualTo(origin.at("/ModelVariants"));
	}

	private Template template(String... locked) {
		return this.templates.make(new TemplateContent(name("Template"), "What it is for",
				Drafts.minimal().with("/Name", null), new Locks(List.of(locked))), ADMIN);
	}

	private Template change(Template seen, String pointer, Object value, String... locked) {
		TemplateContent was = seen.content();
		return this.templates.change(seen.id(), seen.version(), new TemplateContent(was.name(), was.description(),
				Drafts.change(was.definition(), pointer, value), new Locks(List.of(locked))), ADMIN);
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

	private static JsonNode text(String value) {
		return JsonNodeFactory.instance.stringNode(value);
	}

}
