package dev.understudy.experiment.web;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.understudy.definition.Contexts;
import dev.understudy.definition.DefinitionCheck;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.definition.Finding;

import static org.assertj.core.api.Assertions.assertThat;

/** Times are typed in the zone of the form, and what nobody touched stays what it was. */
class FormTimesTests extends FormMerging {

	@Test
	void timesAreInTheZoneOfTheForm() {
		DraftForm form = FormReading.form(Drafts.complete(), BERLIN);
		assertThat(form.start()).isEqualTo("2026-12-01T09:00:00");
		Draft merged = merge(FormEdit.of(form).end("2026-12-09T10:30").form(), Drafts.complete());
		assertThat(merged.text("/Schedule/EndTime")).hasValue("2026-12-09T09:30:00Z");
		assertThat(merged.text("/Schedule/StartTime")).hasValue("2026-12-01T08:00:00Z");
	}

	@Test
	void aBrowserThatShortensTimesChangesNothing() {
		Draft shortened = merge(FormEdit.of(Drafts.complete()).start("2026-12-01T08:00").end("2026-12-08T08:00").form(),
				Drafts.complete());
		assertThat(shortened.json()).isEqualTo(Drafts.complete().json());
		Draft precise = Drafts.with("/Schedule/EndTime", "2026-12-08T09:00:00+01:00");
		assertThat(merge(FormEdit.of(precise).end("2026-12-08T08:00").form(), precise).json())
			.isEqualTo(precise.json());
	}

	@Test
	void aShortenedStartIsTakenBackByStartingNow() {
		Draft merged = merge(FormEdit.of(Drafts.complete()).startMode(DraftForm.NOW).start("2026-12-01T08:00").form(),
				Drafts.complete());
		assertThat(merged.at("/Schedule/StartTime").isMissingNode()).isTrue();
		Draft typed = merge(FormEdit.of(Drafts.complete()).startMode(DraftForm.NOW).start("2026-12-02T08:00").form(),
				Drafts.complete());
		assertThat(typed.text("/Schedule/StartTime")).hasValue("2026-12-02T08:00:00Z");
	}

	@Test
	void theHourThatComesTwiceIsNotMoved() {
		Draft second = Drafts.complete().with("/Schedule/StartTime", text("2026-10-25T01:30:00Z"));
		assertThat(merge(FormReading.form(second, BERLIN), second).text("/Schedule/StartTime"))
			.hasValue("2026-10-25T01:30:00Z");
	}

	@Test
	void aTimeNobodyUnderstandsIsKept() {
		Draft merged = merge(FormEdit.of(Drafts.complete()).end("next friday").form(), Drafts.complete());
		assertThat(merged.text("/Schedule/EndTime")).hasValue("next friday");
	}

	@Test
	void laterWithoutATimeIsNotAtOnce() {
		Draft merged = merge(FormEdit.of(Drafts.minimal()).startMode(DraftForm.LATER).start("").form(),
				Drafts.minimal());
		assertThat(merged.at("/Schedule/StartTime").stringValue()).isEmpty();
		assertThat(new DefinitionCheck(List.of()).findings(merged, Contexts.sandbox(Contexts.NOW)))
			.extracting(Finding::pointer)
			.contains("/Schedule/StartTime");
		assertThat(FormReading.form(merged, BERLIN).startMode()).isEqualTo(DraftForm.LATER);
		Draft back = merge(FormEdit.of(merged).startMode(DraftForm.NOW).form(), merged);
		assertThat(back).isEqualTo(Drafts.minimal());
	}

	@Test
	void nowTakesBackAStartThatWasNotTouched() {
		Draft merged = merge(FormEdit.of(Drafts.complete()).startMode(DraftForm.NOW).form(), Drafts.complete());
		assertThat(merged.at("/Schedule/StartTime").isMissingNode()).isTrue();
	}

	@Test
	void aStartTypedWithoutChoosingLaterIsNotLost() {
		Draft merged = merge(FormEdit.of(Drafts.minimal()).start("2026-12-01T08:00").form(), Drafts.minimal());
		assertThat(merged.text("/Schedule/StartTime")).hasValue("2026-12-01T08:00:00Z");
	}

}
