package dev.understudy.experiment.web;

import java.util.UUID;

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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.actor.Actor;
import dev.understudy.delivery.OperationType;
import dev.understudy.experiment.DefinitionRefusedException;
import dev.understudy.experiment.Lifecycle;
import dev.understudy.experiment.web.ChangePage.Change;
import dev.understudy.experiment.StopOrder;

/**
 * The decision about a running test: promote the shadow, discard it, or keep both. What
 * happens to each variant follows the choice before anything is sent.
 */
@Controller
@RequestMapping("/experiments/{id}/stop")
@PreAuthorize("hasAuthority('WRITE')")
class StopPages {

	private final Lifecycle lifecycle;

	private final DecisionPage decisions;

	private final ChangePage page;

	StopPages(Lifecycle lifecycle, DecisionPage decisions, ChangePage page) {
		this.lifecycle = lifecycle;
		this.decisions = decisions;
		this.page = page;
	}

	@GetMapping
	String decide(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID again, Model model,
			Actor actor) {
		return this.decisions.show(id, this.decisions.begin(id, again), model, actor);
	}

	/** Whoever reloads the page of a plan begins anew. */
	@GetMapping("/plan")
	String back(@PathVariable UUID id) {
		return "redirect:/experiments/" + id + "/stop";
	}

	/** What would happen: for htmx that part alone, else the whole page. */
	@PostMapping("/plan")
	@PreAuthorize("hasAuthority('WRITE')")
	String plan(@PathVariable UUID id, @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
			@ModelAttribute("form") StopForm form, Model model, Actor actor) {
		String view = this.decisions.show(id, this.decisions.read(id, form), model, actor);
		return (htmx != null) ? view + " :: outcome" : view;
	}

	@PostMapping
	@PreAuthorize("hasAuthority('WRITE')")
	String stop(@PathVariable UUID id, @ModelAttribute("form") StopForm form, Model model, HttpServletResponse response,
			RedirectAttributes redirect, Actor actor) {
		Decision decision = this.decisions.inspect(id, form, actor);
		StopOrder order = decision.ready();
		if (order == null) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return this.decisions.show(id, decision, model, actor);
		}
		try {
			String done = this.page.ask(id, new Change(OperationType.STOP, () -> this.lifecycle.stop(id, order, actor)),
					"change.stop.asked." + order.action().id(), model, response, redirect);
			return (done != null) ? done : this.decisions.show(id, decision, model, actor);
		}
		catch (DefinitionRefusedException ex) {
			// What SageMaker has may have changed since it was checked here.
			decision.reject(ex.findings());
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return this.decisions.show(id, decision, model, actor);
		}
	}

}
