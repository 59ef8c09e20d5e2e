package dev.understudy.experiment.web;

import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.actor.Actor;
import dev.understudy.delivery.OperationType;
import dev.understudy.experiment.Experiment;
import dev.understudy.experiment.Lifecycle;
import dev.understudy.experiment.web.ChangePage.Change;

/**
 * Deleting an experiment in SageMaker: what goes, what stays, and its name to be typed.
 */
@Controller
@RequestMapping("/experiments/{id}/delete")
@PreAuthorize("hasAuthority('CHANGE_PRODUCTION')")
class DeletePages {

	private static final String VIEW = "experiment/delete";

	private final Lifecycle lifecycle;

	private final ChangePage page;

	DeletePages(Lifecycle lifecycle, ChangePage page) {
		this.lifecycle = lifecycle;
		this.page = page;
	}

	@GetMapping
	String confirm(@PathVariable UUID id, Model model) {
		open(id, model);
		model.addAttribute("form", new Confirmation(""));
		return VIEW;
	}

	@PostMapping
	@PreAuthorize("hasAuthority('CHANGE_PRODUCTION')")
	String delete(@PathVariable UUID id, @ModelAttribute("form") Confirmation form, BindingResult binding, Model model,
			HttpServletResponse response, RedirectAttributes redirect, Actor actor) {
		Experiment experiment = open(id, model);
		if (!form.names(experiment.getName())) {
			binding.rejectValue("confirmation", "change.confirm.wrong", new Object[] { experiment.getName() }, null);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return VIEW;
		}
		String done = this.page.ask(id, new Change(OperationType.DELETE, () -> this.lifecycle.delete(id, actor)),
				"change.delete.asked", model, response, redirect);
		return (done != null) ? done : VIEW;
	}

	private Experiment open(UUID id, Model model) {
		model.addAttribute("restCall", Calls.operation(id, "{\"type\":\"delete\"}"));
		return this.page.open(id, OperationType.DELETE, model);
	}

}
