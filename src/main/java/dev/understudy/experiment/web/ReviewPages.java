package dev.understudy.experiment.web;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.actor.Actor;
import dev.understudy.actor.Permission;
import dev.understudy.definition.Finding;
import dev.understudy.delivery.NameHeldException;
import dev.understudy.delivery.OperationInFlightException;
import dev.understudy.experiment.Clearance;
import dev.understudy.experiment.DefinitionRefusedException;
import dev.understudy.experiment.ExperimentView;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.IllegalPhaseException;
import dev.understudy.experiment.Phase;
import dev.understudy.experiment.PreflightBlockedException;
import dev.understudy.experiment.StaleRevisionException;
import dev.understudy.experiment.WorkingCopies;
import dev.understudy.shell.Flash;
import dev.understudy.target.Targets;

/** The last look before a draft is submitted, and the button that does it. */
@Controller
@PreAuthorize("hasAuthority('READ')")
class ReviewPages {

	private static final String VIEW = "experiment/review";

	private final Experiments experiments;

	private final Clearance clearance;

	private final Targets targets;

	private final Clock clock;

	private final WorkingCopies copies;

	ReviewPages(Experiments experiments, Clearance clearance, Targets targets, Clock clock, WorkingCopies copies) {
		this.copies = copies;
		this.experiments = experiments;
		this.clearance = clearance;
		this.targets = targets;
		this.clock = clock;
	}

	@GetMapping("/experiments/{id}/review")
	String review(@PathVariable UUID id, Model model, Actor actor) {
		ExperimentView view = this.experiments.get(id);
		return (view.experiment().getPhase() == Phase.DRAFT) ? show(view, view.findings(), model, actor)
				: "redirect:/experiments/" + id;
	}

	/**
	 * Pressing the button twice submits once; the second answer is the state as it is.
	 */
	@PostMapping("/experiments/{id}/review")
	@PreAuthorize("hasAuthority('WRITE')")
	String submit(@PathVariable UUID id, @RequestParam int revision, Model model, HttpServletResponse response,
			RedirectAttributes redirect, Actor actor) {
		try {
			this.clearance.ensure(id, revision);
			this.experiments.submit(id, revision, actor);
			Flash.success(redirect, "review.submitted");
			return "redirect:/experiments/" + id;
		}
		catch (IllegalPhaseException ex) {
			return "redirect:/experiments/" + id;
		}
		catch (StaleRevisionException ex) {
			model.addAttribute("stale", ex);
			return refused(id, HttpStatus.CONFLICT, null, model, response, actor);
		}
		catch (DefinitionRefusedException ex) {
			model.addAttribute("refused", true);
			return refused(id, HttpStatus.UNPROCESSABLE_CONTENT, ex.findings(), model, response, actor);
		}
		catch (PreflightBlockedException ex) {
			model.addAttribute("refused", true);
			List<Finding> all = Stream.concat(ex.findings().stream(), this.experiments.get(id).findings().stream())
				.toList();
			return refused(id, HttpStatus.UNPROCESSABLE_CONTENT, all, model, response, actor);
		}
		catch (NameHeldException | OperationInFlightException ex) {
			model.addAttribute("held",
					(ex instanceof NameHeldException) ? "review.held.name" : "review.held.operation");
			model.addAttribute("holder", (ex instanceof NameHeldException held) ? held.experimentId() : null);
			return refused(id, HttpStatus.CONFLICT, null, model, response, actor);
		}
	}

	private String refused(UUID id, HttpStatus status, @Nullable List<Finding> findings, Model model,
			HttpServletResponse response, Actor actor) {
		ExperimentView view = this.experiments.get(id);
		response.setStatus(status.value());
		return show(view, (findings != null) ? findings : view.findings(), model, actor);
	}

	private String show(ExperimentView view, List<Finding> findings, Model model, Actor actor) {
		DraftForm form = FormReading.form(view.revision().draft(), ZoneOffset.UTC);
		model.addAttribute("view", view);
		model.addAttribute("experiment", view.experiment());
		model.addAttribute("form", form);
		model.addAttribute("target", this.targets.get(view.experiment().getTarget()));
		model.addAttribute("timetable", Timetable.of(view.revision().draft(), this.clock.instant()));
		model.addAttribute("errors", PlacedFinding.of(findings, true, view.revision().draft(), form));
		model.addAttribute("risks", PlacedFinding.of(findings, false, view.revision().draft(), form));
		model.addAttribute("json", view.revision().draft().pretty());
		model.addAttribute("pending", this.copies.pending(view.experiment().getId()));
		model.addAttribute("actor", actor.name());
		model.addAttribute("mayWrite", actor.may(Permission.WRITE));
		model.addAttribute("restCall",
				String.join("\n", "POST /api/v1/experiments/" + view.experiment().getId() + "/operations",
						"Idempotency-Key: …", "",
						"{\"type\":\"create\",\"revision\":" + view.revision().number() + "}"));
		return VIEW;
	}

}
