package dev.understudy.experiment.web;

import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import dev.understudy.actor.Actor;

/**
 * Adds and removes rows of the form. Nothing is saved by that: the form comes back with
 * all that was typed.
 */
@Controller
@PreAuthorize("hasAuthority('READ')")
class DraftRowPages {

	private final Drafting drafting;

	private final DraftEditor editor;

	DraftRowPages(Drafting drafting, DraftEditor editor) {
		this.drafting = drafting;
		this.editor = editor;
	}

	@PostMapping("/experiments/new/rows")
	@PreAuthorize("hasAuthority('WRITE')")
	String ofNew(@ModelAttribute("rows") FormRows rows, @ModelAttribute("origin") FormOrigin origin,
			@ModelAttribute("form") DraftForm form, Model model, HttpServletResponse response, Actor actor) {
		return again(this.drafting.fresh(origin, form), rows, form, model, response);
	}

	@PostMapping("/experiments/{id}/draft/rows")
	@PreAuthorize("hasAuthority('WRITE')")
	String ofDraft(@PathVariable UUID id, @ModelAttribute("rows") FormRows rows,
			@ModelAttribute("origin") FormOrigin origin, @ModelAttribute("form") DraftForm form, Model model,
			HttpServletResponse response, Actor actor) {
		return again(this.drafting.sent(id, origin, actor), rows, form, model, response);
	}

	/**
	 * Whoever reloads the page of a form that was not sent begins with what is stored.
	 */
	@GetMapping("/experiments/new/rows")
	String backToNew() {
		return "redirect:/experiments/new";
	}

	@GetMapping("/experiments/{id}/draft/rows")
	String backToDraft(@PathVariable UUID id) {
		return "redirect:/experiments/" + id + "/draft";
	}

	private String again(EditedDraft edited, FormRows rows, DraftForm form, Model model, HttpServletResponse response) {
		if (rows.isRenewal()) {
			this.editor.renew(edited.target());
		}
		if (rows.wantsEveryZone()) {
			model.addAttribute(DraftEditor.ZONES, Zones.EVERY);
		}
		DraftForm changed = rows.apply(form, this.editor.offer(edited.target(), form));
		model.addAttribute("focus", rows.focus(changed));
		if (this.editor.find(edited, changed).tooLarge()) {
			response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
		}
		return this.editor.again(edited, changed, model);
	}

}
