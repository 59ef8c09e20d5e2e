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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.actor.Actor;
import dev.understudy.definition.DocumentTooLarge;
import dev.understudy.definition.Draft;
import dev.understudy.definition.UnstorableText;
import dev.understudy.experiment.ExperimentView;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.IllegalPhaseException;
import dev.understudy.experiment.NewDraft;
import dev.understudy.experiment.StaleRevisionException;
import dev.understudy.experiment.Typing;
import dev.understudy.experiment.WorkingCopies;
import dev.understudy.shell.Flash;

/** Writing drafts: a new one, and the next revision of one. */
@Controller
@PreAuthorize("hasAuthority('WRITE')")
class DraftPages {

	private final Experiments experiments;

	private final Drafting drafting;

	private final DraftEditor editor;

	private final WorkingCopies copies;

	private final Conflicts conflicts;

	DraftPages(Experiments experiments, Drafting drafting, DraftEditor editor, WorkingCopies copies,
			Conflicts conflicts) {
		this.experiments = experiments;
		this.copies = copies;
		this.conflicts = conflicts;
		this.drafting = drafting;
		this.editor = editor;
	}

	@GetMapping("/experiments/new")
	String begin(@RequestParam(required = false) @Nullable String target, Model model) {
		return this.editor.open(this.drafting.fresh(target), false, model);
	}

	@PostMapping("/experiments/new")
	@PreAuthorize("hasAuthority('WRITE')")
	String create(@RequestParam(required = false) @Nullable String then, @ModelAttribute("origin") FormOrigin origin,
			@ModelAttribute("form") DraftForm form, Model model, HttpServletRequest request,
			HttpServletResponse response, RedirectAttributes redirect, Actor actor) {
		EditedDraft edited = this.drafting.fresh(origin, form);
		if (edited.isAstray(form)) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return this.editor.inspect(edited, form, model);
		}
		try {
			Draft draft = FormMerge.merge(form, edited.base()).draft();
			WorkingCopies.Begun begun = this.copies.begin(edited.origin().form(),
					new NewDraft(edited.target().name(), draft), actor);
			return begun.fresh() ? saved(begun.id(), then, redirect)
					: save(begun.id(), then, edited.origin().begun(), form, model, request, response, redirect, actor);
		}
		catch (UnstorableText | DocumentTooLarge ex) {
			return refused(ex, edited, form, model, response);
		}
	}

	@GetMapping("/experiments/{id}/draft")
	String edit(@PathVariable UUID id, @RequestParam(required = false) @Nullable String check, Model model,
			Actor actor) {
		ExperimentView view = this.experiments.get(id);
		if (!Actions.isEditable(view.experiment())) {
			return "redirect:/experiments/" + id;
		}
		return this.editor.open(this.drafting.open(view, actor), check != null, model);
	}

	@PostMapping("/experiments/{id}/draft")
	@PreAuthorize("hasAuthority('WRITE')")
	String save(@PathVariable UUID id, @RequestParam(required = false) @Nullable String then,
			@ModelAttribute("origin") FormOrigin origin, @ModelAttribute("form") DraftForm form, Model model,
			HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect, Actor actor) {
		EditedDraft edited = this.drafting.sent(id, origin, actor);
		try {
			Draft mine = FormMerge.merge(form, edited.base()).draft();
			Typing typing = edited.origin().typing(mine, TypedForm.text(request));
			this.copies.settleOthers(id, typing, actor);
			return save(id, edited, typing, then, form, model, request, response, redirect, actor);
		}
		catch (UnstorableText | DocumentTooLarge ex) {
			return refused(ex, edited, form, model, response);
		}
	}

	private String save(UUID id, EditedDraft edited, Typing typing, @Nullable String then, DraftForm form, Model model,
			HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect, Actor actor) {
		try {
			this.copies.save(id, typing, actor);
			return saved(id, then, redirect);
		}
		catch (StaleRevisionException ex) {
			return this.conflicts.show(edited, typing.definition(), ex.expected(), ex.current(), (pointer) -> false,
					request, response, model);
		}
		catch (IllegalPhaseException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			if (edited.isNameTaken(typing.definition())) {
				return this.editor.inspect(edited, form, model);
			}
			model.addAttribute("edited", edited);
			model.addAttribute("json", typing.definition().pretty());
			return "experiment/too-late";
		}
	}

	private static String saved(UUID id, @Nullable String then, RedirectAttributes redirect) {
		if ("review".equals(then)) {
			return "redirect:/experiments/" + id + "/review";
		}
		Flash.success(redirect, "draft.saved");
		return "redirect:/experiments/" + id + "/draft";
	}

	private String refused(RuntimeException ex, EditedDraft edited, DraftForm form, Model model,
			HttpServletResponse response) {
		boolean large = ex instanceof DocumentTooLarge;
		response.setStatus((large ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.UNPROCESSABLE_CONTENT).value());
		return this.editor.inspect(edited, form, model);
	}

}
