package dev.understudy.experiment.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

import dev.understudy.definition.DocumentTooLarge;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Finding;
import dev.understudy.definition.UnstorableText;
import dev.understudy.experiment.Choices.EndpointChoice;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.FormChoices;
import dev.understudy.experiment.Setback;
import dev.understudy.shell.Option;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/**
 * Puts a draft before a person: the form with what stands in it, what it offers and what
 * is found about it.
 */
@Component
class DraftEditor {

	static final String ZONES = "zones";

	static final String VIEW = "experiment/draft";

	private final Experiments experiments;

	private final FormChoices choices;

	private final Targets targets;

	private final MessageSource messages;

	private final Clock clock;

	DraftEditor(Experiments experiments, FormChoices choices, Targets targets, MessageSource messages, Clock clock) {
		this.experiments = experiments;
		this.choices = choices;
		this.targets = targets;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * The form of what is stored or was typed last, with what is wrong in it but not yet
	 * with what is missing.
	 */
	String open(EditedDraft edited, boolean inspected, Model model) {
		String typed = (edited.copy() != null) ? edited.copy().typed() : null;
		DraftForm form = (typed != null) ? TypedForm.read(typed)
				: FormReading.form(edited.base(), edited.zone()).withTarget(edited.target().name());
		FormFindings findings = find(edited, form);
		model.addAttribute("fresh", typed == null);
		model.addAttribute("opened", true);
		return show(edited, form, inspected ? findings : findings.withoutMissing(), inspected, model);
	}

	/** The form as it was sent, with everything that is found about it. */
	String inspect(EditedDraft edited, DraftForm form, Model model) {
		return show(edited, form, find(edited, form), true, model);
	}

	/** The form as it was sent, for more editing. */
	String again(EditedDraft edited, DraftForm form, Model model) {
		return show(edited, form, find(edited, form).withoutMissing(), false, model);
	}

	/** What is found about a form; also what keeps it from being stored at all. */
	FormFindings find(EditedDraft edited, DraftForm form) {
		FormFindings findings = findings(edited, form);
		return edited.isAstray(form) ? findings.with("target",
				Finding.error("", "target.unknown", words("draft.target.unknown", Texts.orEmpty(form.target())), null))
				: findings;
	}

	private FormFindings findings(EditedDraft edited, DraftForm form) {
		try {
			MergedDraft merged = FormMerge.merge(form, edited.base());
			List<Finding> findings = new ArrayList<>(edited.setbackOf(merged.draft()));
			findings.addAll(this.experiments.check(merged.draft(), edited.target().name(), edited.bond()));
			return FormFindings.of(findings, edited.bond(), form, merged);
		}
		catch (UnstorableText ex) {
			return FormFindings.of(ex.findings(), form, FormMerge.places(form, edited.base()));
		}
		catch (DocumentTooLarge ex) {
			return FormFindings.tooLarge(form);
		}
	}

	FormChoices.Offer offer(Target target, DraftForm form) {
		return this.choices.offer(target, form.endpoint());
	}

	/** Has what is offered read again. */
	void renew(Target target) {
		this.choices.renew(target);
	}

	private String show(EditedDraft edited, DraftForm form, FormFindings findings, boolean inspected, Model model) {
		FormChoices.Offer offer = offer(edited.target(), form);
		model.addAttribute("edited", edited);
		model.addAttribute("form", form);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", findings.binding());
		model.addAttribute("tooLarge", findings.tooLarge());
		model.addAttribute("warnings", findings.warnings());
		model.addAttribute("strays", findings.strays().stream().filter((it) -> !isSaid(it, edited)).toList());
		model.addAttribute("inspected", inspected);
		model.addAttribute("locks", findings.locks());
		model.addAttribute("offer", offer);
		model.addAttribute("fieldHelp", FieldHelp.all());
		model.addAttribute("chosen", offer.endpoint(form.endpoint()));
		model.addAttribute("targets", options(this.targets.all().stream().map(Target::name).toList()));
		model.addAttribute("roles", options(offer.roles()));
		model.addAttribute("endpoints", offer.endpoints().stream().map(this::option).toList());
		model.addAttribute("models", options(offer.models()));
		model.addAttribute("instanceTypes", options(offer.instanceTypes()));
		model.addAttribute("keys", options(offer.keys().names()));
		model.addAttribute("buckets", options(offer.buckets().names()));
		if (!model.containsAttribute(ZONES)) {
			model.addAttribute(ZONES, Zones.USUAL);
		}
		model.addAttribute("timetable", timetable(edited, form));
		model.addAttribute("restCall", edited.restCall());
		return VIEW;
	}

	/** What the whole submission was refused for stands on top of the page. */
	private static boolean isSaid(Finding finding, EditedDraft edited) {
		Setback setback = edited.setback();
		return setback != null && finding.pointer().isEmpty() && setback.findings().contains(finding);
	}

	Timetable timetable(EditedDraft edited, DraftForm form) {
		try {
			return Timetable.of(FormMerge.merge(form, edited.base()).draft(), this.clock.instant());
		}
		catch (UnstorableText | DocumentTooLarge ex) {
			return Timetable.of(Draft.empty(), this.clock.instant());
		}
	}

	private Option option(EndpointChoice endpoint) {
		if (endpoint.whyNot() != null) {
			return new Option(endpoint.name(), words("draft.endpoint.not-usable", endpoint.whyNot()));
		}
		return new Option(endpoint.name(),
				(endpoint.production() != null)
						? words("draft.endpoint.runs", endpoint.production().model(),
								endpoint.production().instanceType(), endpoint.production().instanceCount())
						: endpoint.status());
	}

	private String words(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

	private static List<Option> options(List<String> values) {
		return values.stream().map((value) -> new Option(value, value)).toList();
	}

	/** Whether anything found keeps the draft from being submitted. */
	static boolean isRefused(List<Finding> findings) {
		return findings.stream().anyMatch(Finding::forbids);
	}

}
