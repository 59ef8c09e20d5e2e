package dev.understudy.template.web;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

import dev.understudy.definition.DocumentTooLarge;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Finding;
import dev.understudy.definition.MalformedDocument;
import dev.understudy.definition.UnstorableText;
import dev.understudy.template.TemplateContent;
import dev.understudy.template.Templates;

/**
 * Puts a template before somebody who changes it: the texts, the definition, the table of
 * its members, and what is wrong.
 */
@Component
class TemplateEditor {

	private final Templates templates;

	private final MessageSource messages;

	TemplateEditor(Templates templates, MessageSource messages) {
		this.templates = templates;
		this.messages = messages;
	}

	/**
	 * The page as it is sent, with what is found about it.
	 * @param id the template; null for a new one
	 * @param refused message key of why it was not kept, for its name or description;
	 * null for neither
	 */
	String show(@Nullable UUID id, TemplateForm form, @Nullable String refused, Model model) {
		BindingResult binding = new BeanPropertyBindingResult(form, "form");
		if (refused != null) {
			boolean description = refused.endsWith(".description");
			binding.rejectValue(description ? "description" : "name", refused, words(refused));
		}
		model.addAttribute("rows", MemberRow.of(judged(form, binding, model)));
		model.addAttribute("id", id);
		model.addAttribute("form", form);
		model.addAttribute("address", (id != null) ? "/templates/" + id : "/templates");
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", binding);
		model.addAttribute("restCall",
				(id != null) ? "PUT /api/v1/templates/%s\nIf-Match: \"%d\"".formatted(id, form.expected())
						: "POST /api/v1/templates");
		return "template/edit";
	}

	/** Whether anything keeps it from being kept. */
	boolean isRefused(Model model) {
		return model.getAttribute(BindingResult.MODEL_KEY_PREFIX + "form") instanceof BindingResult binding
				&& binding.hasErrors();
	}

	private TemplateContent judged(TemplateForm form, BindingResult binding, Model model) {
		try {
			TemplateContent content = form.content();
			List<Finding> findings = this.templates.check(content);
			findings.stream()
				.filter(Finding::forbids)
				.forEach((it) -> binding.rejectValue("definition", it.rule(), it.pointer() + ": " + words(it)));
			model.addAttribute("risks", findings.stream().filter((it) -> !it.forbids()).toList());
			return content;
		}
		catch (MalformedDocument | UnstorableText | DocumentTooLarge ex) {
			binding.rejectValue("definition", "definition.unreadable",
					words("template.unreadable", String.valueOf(ex.getMessage())));
			return TemplateForm.of(Draft.empty()).content();
		}
	}

	private String words(String key, Object... values) {
		return this.messages.getMessage(key, values, LocaleContextHolder.getLocale());
	}

	private static String words(Finding finding) {
		return (finding.hint() != null) ? finding.message() + ' ' + finding.hint() : finding.message();
	}

}
