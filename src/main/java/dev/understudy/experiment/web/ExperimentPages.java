package dev.understudy.experiment.web;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.actor.Actor;
import dev.understudy.actor.Permission;
import dev.understudy.experiment.Ended;
import dev.understudy.experiment.Ending;
import dev.understudy.experiment.Experiment;
import dev.understudy.experiment.ExperimentView;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.IllegalPhaseException;
import dev.understudy.experiment.Opened;
import dev.understudy.experiment.Overview;
import dev.understudy.experiment.Phase;
import dev.understudy.experiment.Standing;
import dev.understudy.experiment.StopOrder;
import dev.understudy.experiment.Stopped;
import dev.understudy.shell.Flash;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/** One experiment: how it stands, what it is, what became of it and what can be done. */
@Controller
@PreAuthorize("hasAuthority('READ')")
class ExperimentPages {

	/** The status code that tells htmx to stop asking. */
	private static final int STOP_POLLING = 286;

	private static final int SIGHTINGS = 50;

	private final Experiments experiments;

	private final Overview overview;

	private final Stances stances;

	private final Targets targets;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	ExperimentPages(Experiments experiments, Overview overview, Stances stances, Targets targets, Clock clock,
			ApplicationEventPublisher events) {
		this.experiments = experiments;
		this.overview = overview;
		this.stances = stances;
		this.targets = targets;
		this.clock = clock;
		this.events = events;
	}

	@GetMapping("/experiments/{id}")
	String show(@PathVariable UUID id, Model model, Actor actor) {
		ExperimentView view = this.experiments.get(id);
		opened(view.experiment());
		Target target = this.targets.find(view.experiment().getTarget()).orElse(null);
		head(view.experiment(), model, actor);
		model.addAttribute("form", FormReading.form(view.revision().draft(), ZoneOffset.UTC));
		model.addAttribute("target", target);
		if (target != null) {
			model.addAttribute("promotion", isPromotable(view.experiment())
					? Promotion.of(view.revision().draft(), target).orElse(null) : null);
		}
		model.addAttribute("sightings", this.experiments.sightings(id, SIGHTINGS));
		model.addAttribute("restCall", "GET /api/v1/experiments/" + id);
		return "experiment/show";
	}

	/** The part of the page that changes by itself; nothing while it has not changed. */
	@GetMapping("/experiments/{id}/standing")
	@Nullable ModelAndView standing(@PathVariable UUID id, @RequestParam(defaultValue = "") String seen, Model model,
			HttpServletResponse response, Actor actor) {
		Experiment experiment = this.experiments.get(id).experiment();
		opened(experiment);
		Stance stance = head(experiment, model, actor);
		return changed(seen.equals(stance.seen()), stance.standing(), "experiment/standing :: changed", model,
				response);
	}

	/** The same for a row of a list. */
	@GetMapping("/experiments/{id}/status")
	@Nullable ModelAndView status(@PathVariable UUID id, @RequestParam(defaultValue = "") String seen, Model model,
			HttpServletResponse response) {
		ListedExperiment row = ListedExperiment.of(this.overview.item(id), this.clock.instant());
		model.addAttribute("row", row);
		return changed(seen.equals(row.seen()), row.standing(), "experiment/badge :: changed", model, response);
	}

	@PostMapping("/experiments/{id}/discard")
	@PreAuthorize("hasAuthority('WRITE')")
	String discard(@PathVariable UUID id, RedirectAttributes redirect, Actor actor) {
		try {
			this.experiments.discard(id, actor);
			Flash.success(redirect, "experiment.discarded");
		}
		catch (IllegalPhaseException ex) {
			Flash.error(redirect, "experiment.not-discarded");
		}
		return "redirect:/experiments/" + id;
	}

	private static @Nullable ModelAndView changed(boolean seen, Standing standing, String view, Model model,
			HttpServletResponse response) {
		if (seen) {
			response.setStatus(HttpStatus.NO_CONTENT.value());
			return null;
		}
		response.setStatus(standing.isMoving() ? HttpStatus.OK.value() : STOP_POLLING);
		return new ModelAndView(view, model.asMap());
	}

	/** What has ended otherwise than by promoting can only be promoted by hand. */
	private static boolean isPromotable(Experiment experiment) {
		Ended ended = experiment.getEnded();
		Stopped stopped = experiment.getStopped();
		return ended != null && ended.how() == Ending.COMPLETED
				&& (stopped == null || stopped.action() != StopOrder.Action.PROMOTE);
	}

	private void opened(Experiment experiment) {
		if (experiment.getPhase() == Phase.LIVE) {
			this.events.publishEvent(new Opened(experiment.getId(), experiment.getTarget()));
		}
	}

	private Stance head(Experiment experiment, Model model, Actor actor) {
		Stance stance = this.stances.of(experiment);
		model.addAttribute("experiment", experiment);
		model.addAttribute("stance", stance);
		model.addAttribute("actions", Actions.of(experiment, actor));
		model.addAttribute("drift", DriftRow.of(experiment));
		model.addAttribute("mayWrite", actor.may(Permission.WRITE));
		model.addAttribute("timetable", Timetable.of(experiment.getOutline().startTime(),
				experiment.getOutline().endTime(), this.clock.instant()));
		return stance;
	}

}
