package dev.understudy.experiment.web;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

import dev.understudy.actor.Actor;

/**
 * Says while somebody types when the test would run and what other modules know of it,
 * such as its cost; and sets its end by its length. As a whole page, and for htmx only
 * what has changed. Nothing is saved by that.
 */
@Controller
@PreAuthorize("hasAuthority('READ')")
class DraftForecastPages {

	private final Drafting drafting;

	private final DraftEditor editor;

	private final Forecast forecast;

	DraftForecastPages(Drafting drafting, DraftEditor editor, Forecast forecast) {
		this.drafting = drafting;
		this.editor = editor;
		this.forecast = forecast;
	}

	@PostMapping("/experiments/new/forecast")
	@PreAuthorize("hasAuthority('WRITE')")
	String ofNew(@RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
			@RequestParam(defaultValue = "") String length, @ModelAttribute("origin") FormOrigin origin,
			@ModelAttribute("form") DraftForm form, Model model, Actor actor) {
		return forecast(this.drafting.fresh(origin, form), form, length, htmx != null, model);
	}

	@PostMapping("/experiments/{id}/draft/forecast")
	@PreAuthorize("hasAuthority('WRITE')")
	String ofDraft(@PathVariable UUID id, @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
			@RequestParam(defaultValue = "") String length, @ModelAttribute("origin") FormOrigin origin,
			@ModelAttribute("form") DraftForm form, Model model, Actor actor) {
		return forecast(this.drafting.sent(id, origin, actor), form, length, htmx != null, model);
	}

	/** Whoever reloads the page of a forecast begins with what is stored. */
	@GetMapping("/experiments/new/forecast")
	String backToNew() {
		return "redirect:/experiments/new";
	}

	@GetMapping("/experiments/{id}/draft/forecast")
	String backToDraft(@PathVariable UUID id) {
		return "redirect:/experiments/" + id + "/draft";
	}

	private String forecast(EditedDraft edited, DraftForm form, String length, boolean htmx, Model model) {
		DraftForm timed = this.forecast.lasting(length, edited, form);
		this.forecast.show(edited, timed, model);
		model.addAttribute("retimed", !timed.equals(form));
		String page = this.editor.again(edited, timed, model);
		return htmx ? "experiment/forecast :: answer" : page;
	}

}
