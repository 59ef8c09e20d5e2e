package dev.understudy.experiment.web;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.actor.Actor;
import dev.understudy.definition.Draft;
import dev.understudy.delivery.OperationType;
import dev.understudy.experiment.DefinitionRefusedException;
import dev.understudy.experiment.Lifecycle;
import dev.understudy.experiment.web.ChangePage.Change;

/**
 * Changing what stands in SageMaker: a form with what may change now, a page with exactly
 * what is sent, and the button that sends it. The form carries what its author saw.
 */
@Controller
@RequestMapping("/experiments/{id}/update")
@PreAuthorize("hasAuthority('WRITE')")
class UpdatePages {

	private final Lifecycle lifecycle;

	private final UpdateEditor editor;

	private final ChangePage page;

	UpdatePages(Lifecycle lifecycle, UpdateEditor editor, ChangePage page) {
		this.lifecycle = lifecycle;
		this.editor = editor;
		this.page = page;
	}

	@GetMapping
	String edit(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID again, Model model) {
		return this.editor.show(id, this.editor.begin(id, again), false, model);
	}

	/** Whoever reloads a later step begins with what stands there now. */
	@GetMapping({ "/form", "/review" })
	String back(@PathVariable UUID id) {
		return "redirect:/experiments/" + id + "/update";
	}

	/** Back from the review to the form, with all that was typed. */
	@PostMapping("/form")
	@PreAuthorize("hasAuthority('WRITE')")
	String again(@PathVariable UUID id, @RequestParam(required = false) @Nullable String seen,
			@ModelAttribute("form") DraftForm form, Model model) {
		return this.editor.show(id, this.editor.read(id, seen, form), false, model);
	}

	@PostMapping("/review")
	@PreAuthorize("hasAuthority('WRITE')")
	String review(@PathVariable UUID id, @RequestParam(required = false) @Nullable String seen,
			@ModelAttribute("form") DraftForm form, HttpServletRequest request, Model model,
			HttpServletResponse response) {
		EditedUpdate edited = this.editor.read(id, seen, form);
		return fit(edited, model, response) ? review(id, edited, request, model)
				: this.editor.show(id, edited, true, model);
	}

	@PostMapping
	@PreAuthorize("hasAuthority('WRITE')")
	String update(@PathVariable UUID id, @RequestParam(required = false) @Nullable String seen,
			@ModelAttribute("form") DraftForm form, HttpServletRequest request, Model model,
			HttpServletResponse response, RedirectAttributes redirect, Actor actor) {
		EditedUpdate edited = this.editor.read(id, seen, form);
		Draft wanted = edited.wanted();
		if (!fit(edited, model, response) || wanted == null) {
			return this.editor.show(id, edited, true, model);
		}
		Change change = new Change(OperationType.UPDATE,
				() -> this.lifecycle.update(id, wanted, edited.basis().seen(), actor));
		try {
			String done = this.page.ask(id, change, "change.update.asked", model, response, redirect);
			return (done != null) ? done : review(id, edited, request, model);
		}
		catch (DefinitionRefusedException ex) {
			// What was right a moment ago, such as an end in time, may not be any more.
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return this.editor.show(id, this.editor.read(id, seen, form), true, model);
		}
	}

	private String review(UUID id, EditedUpdate edited, HttpServletRequest request, Model model) {
		model.addAttribute("typed", TypedForm.of(request));
		return this.editor.review(id, edited, model);
	}

	/** Whether it can be sent as it is; else the page says what is wrong. */
	private static boolean fit(EditedUpdate edited, Model model, HttpServletResponse response) {
		if (edited.isRefused()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return false;
		}
		if (edited.isNothing()) {
			model.addAttribute("nothing", true);
			return false;
		}
		return true;
	}

}
