package dev.understudy.delivery.web;

import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.actor.Actor;
import dev.understudy.delivery.Choice;
import dev.understudy.delivery.OperationEndedException;
import dev.understudy.delivery.OperationView;
import dev.understudy.delivery.Operations;
import dev.understudy.delivery.UnknownOperationException;
import dev.understudy.shell.Flash;

/**
 * Operations for people: one with all its attempts, and the panel of an experiment. Both
 * refresh themselves until nothing changes any more.
 */
@Controller
@RequestMapping("/experiments/{experimentId}/operations")
class OperationPages {

	/** Tells htmx to stop asking. */
	private static final int STOP_POLLING = 286;

	private static final String HTMX = "HX-Request";

	private final Operations operations;

	OperationPages(Operations operations) {
		this.operations = operations;
	}

	@GetMapping
	@PreAuthorize("hasAuthority('READ')")
	String list(@PathVariable UUID experimentId, @RequestHeader(name = HTMX, required = false) @Nullable String htmx,
			Model model, HttpServletResponse response) {
		List<OperationView> operations = this.operations.ofExperiment(experimentId);
		boolean isFinal = operations.stream().allMatch((it) -> it.operation().state().isFinal());
		model.addAttribute("operations", operations);
		model.addAttribute("experimentId", experimentId);
		model.addAttribute("unfinished", !isFinal);
		return view("delivery/operations", htmx, isFinal, response);
	}

	@GetMapping("/{id}")
	@PreAuthorize("hasAuthority('READ')")
	String show(@PathVariable UUID experimentId, @PathVariable UUID id,
			@RequestHeader(name = HTMX, required = false) @Nullable String htmx, Model model,
			HttpServletResponse response) {
		OperationView view = find(experimentId, id);
		model.addAttribute("operation", view.operation());
		model.addAttribute("attempts", view.attempts());
		model.addAttribute("restCall", "GET /api/v1/operations/" + id);
		return view("delivery/operation", htmx, view.operation().state().isFinal(), response);
	}

	@PostMapping("/{id}/cancel")
	@PreAuthorize("hasAuthority('WRITE')")
	String cancel(@PathVariable UUID experimentId, @PathVariable UUID id, Actor actor, RedirectAttributes redirect) {
		return act(experimentId, id, redirect, "delivery.cancel.asked", () -> this.operations.cancel(id, actor));
	}

	@PostMapping("/{id}/adopt")
	@PreAuthorize("hasAuthority('WRITE')")
	String adopt(@PathVariable UUID experimentId, @PathVariable UUID id, Actor actor, RedirectAttributes redirect) {
		return act(experimentId, id, redirect, "delivery.choice.taken",
				() -> this.operations.choose(id, Choice.ADOPT, actor));
	}

	@PostMapping("/{id}/refuse")
	@PreAuthorize("hasAuthority('WRITE')")
	String refuse(@PathVariable UUID experimentId, @PathVariable UUID id, Actor actor, RedirectAttributes redirect) {
		return act(experimentId, id, redirect, "delivery.choice.taken",
				() -> this.operations.choose(id, Choice.REFUSE, actor));
	}

	@ExceptionHandler
	ModelAndView unknown(UnknownOperationException ex) {
		return new ModelAndView("error/404", HttpStatus.NOT_FOUND);
	}

	private String act(UUID experimentId, UUID id, RedirectAttributes redirect, String done, Runnable action) {
		find(experimentId, id);
		try {
			action.run();
			Flash.success(redirect, done);
		}
		catch (OperationEndedException ex) {
			Flash.error(redirect, "delivery.ended-already");
		}
		return "redirect:/experiments/{experimentId}/operations/{id}";
	}

	private OperationView find(UUID experimentId, UUID id) {
		OperationView view = this.operations.get(id);
		if (!view.operation().experimentId().equals(experimentId)) {
			throw new UnknownOperationException(id);
		}
		return view;
	}

	private static String view(String template, @Nullable String htmx, boolean isFinal, HttpServletResponse response) {
		response.addHeader(HttpHeaders.VARY, HTMX);
		if (htmx == null) {
			return template;
		}
		response.setStatus(isFinal ? STOP_POLLING : HttpStatus.OK.value());
		return template + " :: panel";
	}

}
