package dev.understudy.template;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.definition.Finding;
import dev.understudy.experiment.Actors;
import dev.understudy.experiment.NewDraft;
import dev.understudy.template.TemplateRefusedException.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How templates are made and changed, and what they cannot be. */
class TemplateKeepingTests extends TemplateSetting {

	@Test
	void oneThatNobodyUsedIsDeleted() {
		Template template = template(SAMPLING);
		assertThat(this.templates.retire(template.id(), 1, ADMIN)).isFalse();
		assertThatExceptionOfType(UnknownTemplateException.class).isThrownBy(() -> this.templates.get(template.id()));
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

}
