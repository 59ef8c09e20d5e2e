package dev.understudy.template.web;

import java.util.UUID;
import java.util.function.Supplier;

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
import dev.understudy.definition.DocumentTooLarge;
import dev.understudy.definition.Draft;
import dev.understudy.definition.MalformedDocument;
import dev.understudy.definition.UnstorableText;
import dev.understudy.experiment.Derivations;
import dev.understudy.shell.Flash;
import dev.understudy.template.StaleTemplateException;
import dev.understudy.template.Template;
import dev.understudy.template.TemplateNameTakenException;
import dev.understudy.template.TemplateRefusedException;
import dev.understudy.template.TemplateRefusedException.Reason;
import dev.understudy.template.Templates;

/** Making, changing and retiring templates. */
@Controller
@RequestMapping("/templates")
@PreAuthorize("hasAuthority('KEEP_TEMPLATES')")
class TemplateKeepingPages {

	private final Templates templates;

	private final Derivations derivations;

	private final TemplateEditor editor;

	TemplateKeepingPages(Templates templates, Derivations derivations, TemplateEditor editor) {
		this.templates = templates;
		this.derivations = derivations;
		this.editor = editor;
	}

	/** A new one, with nothing in it or with what an experiment says. */
	@GetMapping("/new")
	String begin(@RequestParam(required = false) @Nullable UUID experiment,
			@RequestParam(required = false) @Nullable Integer revision, Model model) {
		Draft definition = (experiment != null) ? this.derivations.shareable(experiment, revision) : Draft.empty();
		return this.editor.show(null, TemplateForm.of(definition), null, model);
	}

	@PostMapping
	@PreAuthorize("hasAuthority('KEEP_TEMPLATES')")
	String make(@ModelAttribute("form") TemplateForm form, Model model, HttpServletResponse response,
			RedirectAttributes redirect, Actor actor) {
		return keep(null, form, () -> this.templates.make(form.content(), actor), "template.made", model, response,
				redirect);
	}

	@GetMapping("/{id}/edit")
	String edit(@PathVariable UUID id, Model model) {
		Template template = this.templates.get(id);
		return template.isInUse() ? this.editor.show(id, TemplateForm.of(template), null, model)
				: "redirect:/templates/" + id;
	}

	@PostMapping("/{id}")
	@PreAuthorize("hasAuthority('KEEP_TEMPLATES')")
	String change(@PathVariable UUID id, @ModelAttribute("form") TemplateForm form, Model model,
			HttpServletResponse response, RedirectAttributes redirect, Actor actor) {
		return keep(id, form, () -> this.templates.change(id, form.expected(), form.content(), actor),
				"template.changed", model, response, redirect);
	}

	/** Shows what is found about what was typed, and its members, without keeping it. */
	@PostMapping("/check")
	@PreAuthorize("hasAuthority('KEEP_TEMPLATES')")
	String checkNew(@ModelAttribute("form") TemplateForm form, Model model, HttpServletResponse response) {
		return inspect(null, form, model, response);
	}

	@PostMapping("/{id}/check")
	@PreAuthorize("hasAuthority('KEEP_TEMPLATES')")
	String check(@PathVariable UUID id, @ModelAttribute("form") TemplateForm form, Model model,
			HttpServletResponse response) {
		this.templates.get(id);
		return inspect(id, form, model, response);
	}

	/** Whoever reloads the page of a check begins with what is stored. */
	@GetMapping("/check")
	String backToNew() {
		return "redirect:/templates/new";
	}

	@GetMapping("/{id}/check")
	String backToEdit(@PathVariable UUID id) {
		return "redirect:/templates/" + id + "/edit";
	}

	@PostMapping("/{id}/retirement")
	@PreAuthorize("hasAuthority('KEEP_TEMPLATES')")
	String retire(@PathVariable UUID id, @RequestParam int version, RedirectAttributes redirect, Actor actor) {
		try {
			boolean stays = this.templates.retire(id, version, actor);
			Flash.success(redirect, stays ? "template.retired" : "template.deleted");
			return stays ? "redirect:/templates/" + id : "redirect:/templates";
		}
		catch (StaleTemplateException ex) {
			Flash.error(redirect, "template.stale", ex.current().author(), String.valueOf(ex.current().version()));
			return "redirect:/templates/" + id;
		}
	}

	private String inspect(@Nullable UUID id, TemplateForm form, Model model, HttpServletResponse response) {
		String page = this.editor.show(id, form, null, model);
		model.addAttribute("checked", true);
		if (this.editor.isRefused(model)) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		return page;
	}

	private String keep(@Nullable UUID id, TemplateForm form, Supplier<Template> keeping, String done, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		try {
			Template kept = keeping.get();
			Flash.success(redirect, done, kept.name());
			return "redirect:/templates/" + kept.id();
		}
		catch (StaleTemplateException ex) {
			model.addAttribute("stale", ex.current());
			model.addAttribute("theirs", ex.current().content().definition().pretty());
			response.setStatus(HttpStatus.CONFLICT.value());
			return this.editor.show(id, form.onto(ex.current()), null, model);
		}
		catch (TemplateNameTakenException ex) {
			return refused(id, form, "template.refused.taken", model, response);
		}
		catch (TemplateRefusedException ex) {
			boolean texts = ex.reason() != Reason.DEFINITION;
			return refused(id, form, texts ? "template.refused." + ex.reason().id() : null, model, response);
		}
		catch (MalformedDocument | UnstorableText | DocumentTooLarge ex) {
			return refused(id, form, null, model, response);
		}
	}

	private String refused(@Nullable UUID id, TemplateForm form, @Nullable String why, Model model,
			HttpServletResponse response) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return this.editor.show(id, form, why, model);
	}

}
