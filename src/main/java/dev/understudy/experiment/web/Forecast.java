package dev.understudy.experiment.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import dev.understudy.definition.Definition;
import dev.understudy.definition.DocumentTooLarge;
import dev.understudy.definition.Draft;
import dev.understudy.definition.UnstorableText;
import dev.understudy.experiment.DraftPanel;

/** What can be said about a draft that stands in a form only. */
@Component
class Forecast {

	private static final Set<String> DAYS = Set.of("1", "7", "30");

	private final ObjectProvider<DraftPanel> panels;

	private final Clock clock;

	Forecast(ObjectProvider<DraftPanel> panels, Clock clock) {
		this.panels = panels;
		this.clock = clock;
	}

	/** Puts it before a person. */
	void show(EditedDraft edited, DraftForm form, Model model) {
		Draft draft = draft(edited, form);
		List<DraftPanel.Content> contents = this.panels.orderedStream()
			.map((panel) -> panel.of(draft, edited.target()))
			.toList();
		contents.forEach((content) -> model.addAttribute(content.name(), content.value()));
		model.addAttribute("panels", contents.stream().map(DraftPanel.Content::fragment).toList());
		model.addAttribute("clockChanges", ClockChange.of(form, draft));
	}

	/**
	 * The same form with another end. A day is 24 hours, as SageMaker counts, also where
	 * the clocks are changed.
	 * @param days how many days after its start the test is to end
	 */
	DraftForm lasting(String days, EditedDraft edited, DraftForm form) {
		if (!DAYS.contains(days)) {
			return form;
		}
		Instant begins = draft(edited, form).startTime().orElseGet(this.clock::instant);
		Instant end = fullMinute(begins.plus(Duration.ofDays(Long.parseLong(days))), begins);
		return form.withEnd(TypedTime.of(end, form.zoneId()).text());
	}

	/** The next full minute, unless that is longer than a test may run. */
	private static Instant fullMinute(Instant end, Instant begins) {
		Instant before = end.truncatedTo(ChronoUnit.MINUTES);
		Instant after = before.equals(end) ? end : before.plus(1, ChronoUnit.MINUTES);
		return (Duration.between(begins, after).compareTo(Definition.Schedule.LONGEST) > 0) ? before : after;
	}

	private static Draft draft(EditedDraft edited, DraftForm form) {
		try {
			return FormMerge.merge(form, edited.base()).draft();
		}
		catch (UnstorableText | DocumentTooLarge ex) {
			return Draft.empty();
		}
	}

}
