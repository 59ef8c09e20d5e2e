package dev.understudy.experiment.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.actor.Actor;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Finding;
import dev.understudy.delivery.Operation;
import dev.understudy.delivery.OperationType;
import dev.understudy.delivery.Operations;
import dev.understudy.experiment.DefinitionRefusedException;
import dev.understudy.experiment.Lifecycle;
import dev.understudy.experiment.web.ChangePage.Change;

/**
 * Changing the tags of what stands in SageMaker, in rows. Those that mark it as ours are
 * neither shown nor touched.
 */
@Controller
@RequestMapping("/experiments/{id}/tags")
@PreAuthorize("hasAuthority('WRITE')")
class TagPages {

	private static final Pattern ADDED = Pattern.compile("/add/([0-9]{1,4})(/Key|/Value)?");

	private final Lifecycle lifecycle;

	private final Operations operations;

	private final ChangePage page;

	TagPages(Lifecycle lifecycle, Operations operations, ChangePage page) {
		this.lifecycle = lifecycle;
		this.operations = operations;
		this.page = page;
	}

	@GetMapping
	String edit(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID again, Model model) {
		Basis basis = basis(id, null);
		Map<String, String> tags = TagForm.tags(basis.seen());
		Map<String, String> shown = (again != null) ? onto(tags, id, this.operations.get(again).operation()) : tags;
		return show(id, basis, errors(TagForm.of(shown)), model);
	}

	/** Whoever reloads after a row was added begins with what stands there now. */
	@GetMapping("/rows")
	String back(@PathVariable UUID id) {
		return "redirect:/experiments/" + id + "/tags";
	}

	@PostMapping("/rows")
	@PreAuthorize("hasAuthority('WRITE')")
	String rows(@PathVariable UUID id, @RequestParam(required = false) @Nullable String seen,
			@RequestParam(required = false) @Nullable String addTag,
			@RequestParam(required = false) @Nullable Integer removeTag, @ModelAttribute("form") TagForm form,
			Model model) {
		TagForm left = (removeTag != null) ? form.removed(removeTag) : form;
		TagForm next = (addTag != null) ? left.added() : left;
		model.addAttribute("focus", "tags[%d].key".formatted(
				(removeTag != null) ? Math.clamp(removeTag, 0, next.tags().size() - 1) : next.tags().size() - 1));
		return show(id, basis(id, seen), errors(next), model);
	}

	@PostMapping
	@PreAuthorize("hasAuthority('WRITE')")
	String change(@PathVariable UUID id, @RequestParam(required = false) @Nullable String seen,
			@ModelAttribute("form") TagForm form, Model model, HttpServletResponse response,
			RedirectAttributes redirect, Actor actor) {
		Basis basis = basis(id, seen);
		BindingResult errors = errors(form);
		Map<String, String> before = TagForm.tags(basis.seen());
		List<Integer> rows = form.changed(before);
		TagMerge merge = TagMerge.of(form, before, TagForm.tags(basis.known()));
		if (!merge.clashes().isEmpty()) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("clashes", merge.clashes());
			return show(id, basis.renewed(), errors(merge.form()), model);
		}
		Integer twice = form.twice();
		if (twice != null) {
			errors.rejectValue("tags[%d].key".formatted(twice), "tags.twice");
		}
		if (!errors.hasErrors()) {
			try {
				String done = this.page.ask(id,
						new Change(OperationType.TAG, () -> this.lifecycle.tag(id,
								rows.stream().map(form::tag).toList(), form.missing(before), actor)),
						"change.tags.asked", model, response, redirect);
				return (done != null) ? done : show(id, basis, errors, model);
			}
			catch (DefinitionRefusedException ex) {
				ex.findings().stream().filter(Finding::forbids).forEach((finding) -> reject(finding, rows, errors));
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return show(id, basis, errors, model);
	}

	private static void reject(Finding finding, List<Integer> rows, BindingResult errors) {
		Matcher added = ADDED.matcher(finding.pointer());
		int index = added.matches() ? Integer.parseInt(added.group(1)) : rows.size();
		if (index >= rows.size()) {
			errors.reject(finding.rule(), FormFindings.words(finding));
			return;
		}
		String field = "/Value".equals(added.group(2)) ? "value" : "key";
		errors.rejectValue("tags[%d].%s".formatted(rows.get(index), field), finding.rule(),
				FormFindings.words(finding));
	}

	private static BindingResult errors(TagForm form) {
		return new BeanPropertyBindingResult(form, "form");
	}

	private Basis basis(UUID id, @Nullable String seen) {
		return Basis.of(this.lifecycle.known(id), seen, Basis.TAGS);
	}

	private static Map<String, String> onto(Map<String, String> tags, UUID id, Operation operation) {
		boolean fits = operation.experimentId().equals(id) && operation.type() == OperationType.TAG;
		return fits ? TagForm.with(tags, Draft.parse(operation.payload()).document()) : tags;
	}

	private String show(UUID id, Basis basis, BindingResult errors, Model model) {
		this.page.open(id, OperationType.TAG, model);
		model.addAttribute("form", errors.getTarget());
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
		model.addAttribute("basis", basis);
		model.addAttribute("restCall",
				Calls.operation(id, "{\"type\":\"tag\",\"add\":[{\"Key\":\"…\",\"Value\":\"…\"}],\"remove\":[\"…\"]}"));
		return "experiment/tags";
	}

}
