package dev.understudy.experiment.web;

import java.time.Clock;
import java.time.Instant;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

import dev.understudy.actor.Actor;
import dev.understudy.actor.Permission;
import dev.understudy.experiment.ExperimentSummary;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.Overview;
import dev.understudy.shell.Page;

/** Every experiment, narrowed down and in order by what the address says. */
@Controller
@PreAuthorize("hasAuthority('READ')")
class ExperimentListPages {

	private final Experiments experiments;

	private final Overview overview;

	private final Clock clock;

	ExperimentListPages(Experiments experiments, Overview overview, Clock clock) {
		this.experiments = experiments;
		this.overview = overview;
		this.clock = clock;
	}

	@GetMapping("/experiments")
	String list(@ModelAttribute("form") ListFilter filter, Model model, Actor actor) {
		Page<ExperimentSummary> page = this.experiments.list(filter.query());
		Instant now = this.clock.instant();
		model.addAttribute("page", new Page<>(
				this.overview.items(page.items()).stream().map((item) -> ListedExperiment.of(item, now)).toList(),
				page.nextPageToken()));
		model.addAttribute("filtered", filter.isNarrow());
		model.addAttribute("mayWrite", actor.may(Permission.WRITE));
		model.addAttribute("restCall", "GET /api/v1/experiments");
		return "experiment/list";
	}

}
