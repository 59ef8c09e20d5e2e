package dev.understudy.experiment.web;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.actor.Actor;
import dev.understudy.definition.DocumentTooLarge;
import dev.understudy.definition.Draft;
import dev.understudy.definition.UnstorableText;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.IllegalPhaseException;
import dev.understudy.experiment.NewDraft;
import dev.understudy.experiment.OtherWindowException;
import dev.understudy.experiment.WorkingCopies;
import dev.understudy.experiment.WorkingCopy;
import dev.understudy.experiment.web.SavedLine.Outcome;
import dev.understudy.shell.Flash;

/** Keeps what is typed while it is typed, and answers with the line that says so. */
@Controller
@PreAuthorize("hasAuthority('WRITE')")
class AutosavePages {

	private final Experiments experiments;

	private final WorkingCopies copies;

	private final Drafting drafting;

	AutosavePages(Experiments experiments, WorkingCopies copies, Drafting drafting) {
		this.experiments = experiments;
		this.copies = copies;
		this.drafting = drafting;
	}

	/** What is typed first into the form of a new experiment begins it. */
	@PostMapping("/experiments/new/autosave")
	@PreAuthorize("hasAuthority('WRITE')")
	String begin(@RequestParam(required = false) @Nullable String leaving, @ModelAttribute("origin") FormOrigin origin,
			@ModelAttribute("form") DraftForm form, Model model, HttpServletRequest request,
			HttpServletResponse response, Actor actor) {
		try {
			EditedDraft edited = this.drafting.fresh(origin, form);
			if (edited.isAstray(form)) {
				return refused(HttpStatus.UNPROCESSABLE_CONTENT, Outcome.ASTRAY, model, response);
			}
			Draft draft = FormMerge.merge(form, edited.base()).draft();
			UUID id = this.copies.begin(edited.origin().form(), new NewDraft(edited.target().name(), draft), actor)
				.id();
			return keep(id, draft, edited.origin().begun(), leaving != null, model, request, response, actor);
		}
		catch (UnstorableText | DocumentTooLarge ex) {
			return refused(ex, model, response);
		}
	}

	/**
	 * Keeps what was typed into the form of a draft.
	 * @param leaving not null when the person leaves the page
	 */
	@PostMapping("/experiments/{id}/draft/autosave")
	@PreAuthorize("hasAuthority('WRITE')")
	String keep(@PathVariable UUID id, @RequestParam(required = false) @Nullable String leaving,
			@ModelAttribute("origin") FormOrigin origin, @ModelAttribute("form") DraftForm form, Model model,
			HttpServletRequest request, HttpServletResponse response, Actor actor) {
		try {
			EditedDraft edited = this.drafting.sent(id, origin, actor);
			Draft draft = FormMerge.merge(form, edited.base()).draft();
			return keep(id, draft, edited.origin(), leaving != null, model, request, response, actor);
		}
		catch (UnstorableText | DocumentTooLarge ex) {
			return refused(ex, model, response);
		}
	}

	/** Throws away what is in no revision. */
	@PostMapping("/experiments/{id}/draft/drop")
	@PreAuthorize("hasAuthority('WRITE')")
	String drop(@PathVariable UUID id, @ModelAttribute("origin") FormOrigin origin, RedirectAttributes redirect,
			Actor actor) {
		this.copies.drop(id, origin.in(this.copies::form).form(), origin.at(), actor);
		Flash.success(redirect, "draft.dropped");
		return "redirect:/experiments/" + id + "/draft";
	}

	/** Makes a revision of what is in none, for whoever wants to have it reviewed. */
	@PostMapping("/experiments/{id}/draft/settle")
	@PreAuthorize("hasAuthority('WRITE')")
	String settle(@PathVariable UUID id, Actor actor) {
		boolean left = this.copies.settle(id, actor).filter(WorkingCopy::isPending).isPresent();
		return "redirect:/experiments/" + id + (left ? "/draft" : "/review");
	}

	private String keep(UUID id, Draft draft, FormOrigin origin, boolean leaving, Model model,
			HttpServletRequest request, HttpServletResponse response, Actor actor) {
		try {
			WorkingCopy copy = this.copies.keep(id, origin.typing(draft, TypedForm.text(request)), actor);
			WorkingCopy kept = leaving ? this.copies.settle(id, actor).orElse(copy) : copy;
			return line(SavedLine.of(this.experiments.get(id).revision(), kept), id, model);
		}
		catch (OtherWindowException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return line(SavedLine.of(Outcome.WINDOW), id, model);
		}
		catch (IllegalPhaseException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return line(SavedLine.of(Outcome.FROZEN), id, model);
		}
	}

	private static String refused(RuntimeException ex, Model model, HttpServletResponse response) {
		boolean large = ex instanceof DocumentTooLarge;
		return refused(large ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.UNPROCESSABLE_CONTENT,
				large ? Outcome.TOO_LARGE : Outcome.REFUSED, model, response);
	}

	private static String refused(HttpStatus status, Outcome outcome, Model model, HttpServletResponse response) {
		response.setStatus(status.value());
		return line(SavedLine.of(outcome), null, model);
	}

	private static String line(SavedLine saved, @Nullable UUID id, Model model) {
		model.addAttribute("saved", saved);
		model.addAttribute("address", (id != null) ? "/experiments/" + id + "/draft" : null);
		return "experiment/autosave :: line(saved=${saved}, address=${address})";
	}

}
