package dev.understudy.experiment.web;

import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

import dev.understudy.actor.Actor;

/**
 * Checks what stands in the form without saving it: as a whole page, and for htmx only
 * what is found at the fields that were visited.
 */
@Controller
@PreAuthorize("hasAuthority('READ')")
class DraftCheckPages {

	private final Drafting drafting;

	private final DraftEditor editor;

	DraftCheckPages(Drafting drafting, DraftEditor editor) {
		this.drafting = drafting;
		this.editor = editor;
	}

	@PostMapping("/experiments/new/check")
	@PreAuthorize("hasAuthority('WRITE')")
	String ofNew(@RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
			@RequestParam(defaultValue = "") List<String> visited, @ModelAttribute("origin") FormOrigin origin,
			@ModelAttribute("form") DraftForm form, Model model, HttpServletResponse response, Actor actor) {
		return check(this.drafting.fresh(origin, form), form, (htmx != null) ? visited : null, model, response);
	}

	@PostMapping("/experiments/{id}/draft/check")
	@PreAuthorize("hasAuthority('WRITE')")
	String ofDraft(@PathVariable UUID id, @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
			@RequestParam(defaultValue = "") List<String> visited, @ModelAttribute("origin") FormOrigin origin,
			@ModelAttribute("form") DraftForm form, Model model, HttpServletResponse response, Actor actor) {
		return check(this.drafting.sent(id, origin, actor), form, (htmx != null) ? visited : null, model, response);
	}

	/** Whoever reloads the page of a check begins with what is stored. */
	@GetMapping("/experiments/new/check")
	String backToNew() {
		return "redirect:/experiments/new";
	}

	@GetMapping("/experiments/{id}/draft/check")
	String backToDraft(@PathVariable UUID id) {
		return "redirect:/experiments/" + id + "/draft";
	}

	private String check(EditedDraft edited, DraftForm form, @Nullable List<String> visited, Model model,
			HttpServletResponse response) {
		FormFindings findings = this.editor.find(edited, form);
		if (visited != null) {
			model.addAttribute("visited", visited.stream().filter(findings::hasField).distinct().toList());
			model.addAttribute("warnings", findings.warnings());
			model.addAttribute("timetable", this.editor.timetable(edited, form));
			model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", findings.binding());
			return "experiment/checks";
		}
		if (findings.isRefused()) {
			response.setStatus(
					(findings.tooLarge() ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.UNPROCESSABLE_CONTENT).value());
		}
		model.addAttribute("checked", !findings.isRefused());
		return this.editor.inspect(edited, form, model);
	}

}
