package dev.understudy.experiment.web;

import java.time.Clock;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

import dev.understudy.actor.Actor;
import dev.understudy.actor.Permission;
import dev.understudy.experiment.Experiments;

/** Every experiment, narrowed down and in order by what the address says. */
@Controller
class ExperimentListPages {

	private final Experiments experiments;

	private final Clock clock;

	ExperimentListPages(Experiments experiments, Clock clock) {
		this.experiments = experiments;
		this.clock = clock;
	}

	@GetMapping("/experiments")
	String list(@ModelAttribute("form") ListFilter filter, Model model, Actor actor) {
		model.addAttribute("page",
				this.experiments.list(filter.query()).map((item) -> ListedExperiment.of(item, this.clock.instant())));
		model.addAttribute("filtered", filter.isNarrow());
		model.addAttribute("mayWrite", actor.may(Permission.WRITE));
		model.addAttribute("restCall", "GET /api/v1/experiments");
		return "experiment/list";
	}

}
