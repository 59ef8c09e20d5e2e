package dev.understudy.experiment.web;

import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.actor.Actor;
import dev.understudy.delivery.OperationType;
import dev.understudy.experiment.Experiment;
import dev.understudy.experiment.Lifecycle;
import dev.understudy.experiment.web.ChangePage.Change;

/** Starting a scheduled test now: what happens then, and the button that does it. */
@Controller
@RequestMapping("/experiments/{id}/start")
@PreAuthorize("hasAuthority('WRITE')")
class StartPages {

	private final Lifecycle lifecycle;

	private final ChangePage page;

	StartPages(Lifecycle lifecycle, ChangePage page) {
		this.lifecycle = lifecycle;
		this.page = page;
	}

	@GetMapping
	String confirm(@PathVariable UUID id, Model model) {
		Experiment experiment = this.page.open(id, OperationType.START, model);
		model.addAttribute("outline", experiment.getOutline());
		model.addAttribute("restCall", Calls.operation(id, "{\"type\":\"start\"}"));
		return "experiment/start";
	}

	@PostMapping
	@PreAuthorize("hasAuthority('WRITE')")
	String start(@PathVariable UUID id, Model model, HttpServletResponse response, RedirectAttributes redirect,
			Actor actor) {
		String done = this.page.ask(id, new Change(OperationType.START, () -> this.lifecycle.start(id, actor)),
				"change.start.asked", model, response, redirect);
		return (done != null) ? done : confirm(id, model);
	}

}
