package dev.understudy.experiment.web;

import java.util.Objects;
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
import dev.understudy.shell.Flash;

/** Writing drafts: a new one, and the next revision of one. */
@Controller
@PreAuthorize("hasAuthority('WRITE')")
class DraftPages {

	private final Experiments experiments;

	private final Drafting drafting;

	private final DraftEditor editor;

	DraftPages(Experiments experiments, Drafting drafting, DraftEditor editor) {
		this.experiments = experiments;
		this.drafting = drafting;
		this.editor = editor;
	}

	@GetMapping("/experiments/new")
	String begin(@RequestParam(required = false) @Nullable String target, Model model) {
		return this.editor.open(this.drafting.fresh(target), false, model);
	}

	@PostMapping("/experiments/new")
	@PreAuthorize("hasAuthority('WRITE')")
	String create(@RequestParam(required = false) @Nullable String then, @ModelAttribute("form") DraftForm form,
			Model model, HttpServletResponse response, RedirectAttributes redirect, Actor actor) {
		EditedDraft edited = this.drafting.fresh(form.target());
		try {
			Draft draft = FormMerge.merge(form, edited.base()).draft();
			ExperimentView view = this.experiments.draft(new NewDraft(edited.target().name(), draft), actor);
			return saved(view.experiment().getId(), then, redirect);
		}
		catch (UnstorableText | DocumentTooLarge ex) {
			return refused(ex, edited, form, model, response);
		}
	}

	@GetMapping("/experiments/{id}/draft")
	String edit(@PathVariable UUID id, @RequestParam(required = false) @Nullable String check, Model model) {
		ExperimentView view = this.experiments.get(id);
		if (!Actions.isEditable(view.experiment())) {
			return "redirect:/experiments/" + id;
		}
		return this.editor.open(this.drafting.latest(view), check != null, model);
	}

	@PostMapping("/experiments/{id}/draft")
	@PreAuthorize("hasAuthority('WRITE')")
	String save(@PathVariable UUID id, @RequestParam int revision,
			@RequestParam(required = false) @Nullable Integer onto,
			@RequestParam(required = false) @Nullable String then, @ModelAttribute("form") DraftForm form, Model model,
			HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect, Actor actor) {
		EditedDraft edited = this.drafting.revision(id, revision);
		try {
			Draft draft = FormMerge.merge(form, edited.base()).draft();
			return save(edited, draft, (onto != null) ? onto : revision, then, form, model, request, response, redirect,
					actor);
		}
		catch (UnstorableText | DocumentTooLarge ex) {
			return refused(ex, edited, form, model, response);
		}
	}

	private String save(EditedDraft edited, Draft mine, int onto, @Nullable String then, DraftForm form, Model model,
			HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect, Actor actor) {
		UUID id = Objects.requireNonNull(edited.id());
		try {
			this.experiments.revise(id, onto, mine, actor);
			return saved(id, then, redirect);
		}
		catch (StaleRevisionException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("conflict", Conflict.between(ex.current(), mine));
			model.addAttribute("typed", TypedForm.of(request));
			model.addAttribute("edited", edited);
			return "experiment/conflict";
		}
		catch (IllegalPhaseException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			if (edited.isNameTaken(mine)) {
				return this.editor.inspect(edited, form, model);
			}
			model.addAttribute("edited", edited);
			model.addAttribute("json", mine.pretty());
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
