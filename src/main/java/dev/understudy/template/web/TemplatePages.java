package dev.understudy.template.web;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.actor.Actor;
import dev.understudy.actor.Permission;
import dev.understudy.definition.DocumentTooLarge;
import dev.understudy.definition.UnstorableText;
import dev.understudy.experiment.ExperimentView;
import dev.understudy.shell.Flash;
import dev.understudy.shell.Page;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;
import dev.understudy.target.UnknownTargetException;
import dev.understudy.template.Template;
import dev.understudy.template.TemplateDrafts;
import dev.understudy.template.Templates;

/** The templates there are, and drafts begun with them. */
@Controller
@RequestMapping("/templates")
@PreAuthorize("hasAuthority('READ')")
class TemplatePages {

	private final Templates templates;

	private final TemplateDrafts drafts;

	private final Targets targets;

	TemplatePages(Templates templates, TemplateDrafts drafts, Targets targets) {
		this.templates = templates;
		this.drafts = drafts;
		this.targets = targets;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "false") boolean retired,
			@RequestParam(required = false) @Nullable String pageToken, Model model, Actor actor) {
		model.addAttribute("page", this.templates.list(retired, Page.DEFAULT_SIZE, pageToken));
		model.addAttribute("retired", retired);
		model.addAttribute("mayKeep", actor.may(Permission.KEEP_TEMPLATES));
		model.addAttribute("restCall", "GET /api/v1/templates");
		return "template/list";
	}

	@GetMapping("/{id}")
	String show(@PathVariable UUID id, Model model, Actor actor) {
		Template template = this.templates.get(id);
		model.addAttribute("template", template);
		model.addAttribute("says", template.content());
		model.addAttribute("rows", MemberRow.of(template.content()));
		model.addAttribute("json", template.content().definition().pretty());
		model.addAttribute("targets", this.targets.all().stream().map(Target::name).toList());
		model.addAttribute("mayKeep", actor.may(Permission.KEEP_TEMPLATES));
		model.addAttribute("mayWrite", actor.may(Permission.WRITE));
		model.addAttribute("restCall", "POST /api/v1/templates/%s/drafts".formatted(id));
		return "template/show";
	}

	@PostMapping("/{id}/drafts")
	@PreAuthorize("hasAuthority('WRITE')")
	String begin(@PathVariable UUID id, @RequestParam(required = false) @Nullable String name,
			@RequestParam(required = false) @Nullable String target, RedirectAttributes redirect, Actor actor) {
		try {
			ExperimentView begun = this.drafts.begin(id, name, (target != null && !target.isBlank()) ? target : null,
					actor);
			Flash.success(redirect, "template.begun");
			return "redirect:/experiments/" + begun.experiment().getId() + "/draft";
		}
		catch (UnstorableText | DocumentTooLarge ex) {
			Flash.error(redirect, "template.unstorable");
			return "redirect:/templates/" + id;
		}
		catch (UnknownTargetException ex) {
			Flash.error(redirect, "template.target.unknown", ex.name());
			return "redirect:/templates/" + id;
		}
	}

}
