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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.actor.Actor;
import dev.understudy.delivery.Certainty;
import dev.understudy.delivery.Choice;
import dev.understudy.delivery.Operation;
import dev.understudy.delivery.OperationEndedException;
import dev.understudy.delivery.OperationView;
import dev.understudy.delivery.Operations;
import dev.understudy.delivery.UnknownOperationException;
import dev.understudy.delivery.WaitingFor;
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

	private final Certainty certainty;

	OperationPages(Operations operations, Certainty certainty) {
		this.operations = operations;
		this.certainty = certainty;
	}

	@GetMapping
	@PreAuthorize("hasAuthority('READ')")
	@Nullable String list(@PathVariable UUID experimentId, @RequestHeader(name = HTMX, required = false) @Nullable String htmx,
			@RequestParam(defaultValue = "") String seen, Model model, HttpServletResponse response) {
		List<OperationView> operations = this.operations.ofExperiment(experimentId);
		boolean isFinal = operations.stream().allMatch((it) -> it.operation().state().isFinal());
		model.addAttribute("operations", operations.stream().map(Listed::of).toList());
		model.addAttribute("experimentId", experimentId);
		model.addAttribute("unfinished", !isFinal);
		model.addAttribute("every", every(operations));
		return view("delivery/operations", htmx != null, isFinal, seen, operations, model, response);
	}

	@GetMapping("/{id}")
	@PreAuthorize("hasAuthority('READ')")
	@Nullable String show(@PathVariable UUID experimentId, @PathVariable UUID id,
			@RequestHeader(name = HTMX, required = false) @Nullable String htmx,
			@RequestParam(defaultValue = "") String seen, Model model, HttpServletResponse response) {
		OperationView view = find(experimentId, id);
		model.addAttribute("operation", view.operation());
		model.addAttribute("asked", Asked.of(view.operation()));
		model.addAttribute("guide", Guide.of(view));
		model.addAttribute("gaps", Gap.of(view.operation()));
		model.addAttribute("byHand", Guide.isPromotedByHand(view.operation()));
		model.addAttribute("certain", this.certainty.from(view).orElse(null));
		model.addAttribute("moments", Moment.of(view));
		model.addAttribute("restCall", "GET /api/v1/operations/" + id);
		model.addAttribute("every", every(List.of(view)));
		return view("delivery/operation", htmx != null, view.operation().state().isFinal(), seen, List.of(view), model,
				response);
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

	/**
	 * An operation in the list of an experiment.
	 *
	 * @param operation the operation
	 * @param guide where it stands
	 * @param sent how often something was sent
	 * @param awsRequestId AWS's id of the last answer
	 */
	record Listed(Operation operation, Guide guide, int sent, @Nullable String awsRequestId) {

		static Listed of(OperationView view) {
			String requestId = Moment.of(view)
				.stream()
				.filter((it) -> it.attempt() != null && it.awsRequestId() != null)
				.reduce((first, second) -> second)
				.map(Moment::awsRequestId)
				.orElse(null);
			return new Listed(view.operation(), Guide.of(view), view.sent(), requestId);
		}

	}

	/** What waits for somebody is not in a hurry. */
	private static String every(List<OperationView> operations) {
		boolean hurry = operations.stream()
			.map(OperationView::operation)
			.filter((it) -> !it.state().isFinal())
			.anyMatch((it) -> it.waitingFor() == null || it.waitingFor().kind() == WaitingFor.Kind.TIME);
		return hurry ? "every 2s" : "every 15s";
	}

	private static @Nullable String view(String template, boolean htmx, boolean isFinal, String seen,
			List<OperationView> shown, Model model, HttpServletResponse response) {
		// All of it goes into the version, and on any machine to the same one.
		String version = Integer.toHexString(shown.toString().hashCode());
		model.addAttribute("version", version);
		response.addHeader(HttpHeaders.VARY, HTMX);
		if (!htmx) {
			return template;
		}
		if (!isFinal && seen.equals(version)) {
			response.setStatus(HttpStatus.NO_CONTENT.value());
			return null;
		}
		response.setStatus(isFinal ? STOP_POLLING : HttpStatus.OK.value());
		return template + " :: panel";
	}

}
