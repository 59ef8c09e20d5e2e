package dev.understudy.experiment.web;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

import dev.understudy.experiment.ExperimentView;
import dev.understudy.experiment.Experiments;
import dev.understudy.target.Targets;

/** How to promote by hand what no stop can promote any more. */
@Controller
@PreAuthorize("hasAuthority('READ')")
class PromotionPages {

	private final Experiments experiments;

	private final Targets targets;

	PromotionPages(Experiments experiments, Targets targets) {
		this.experiments = experiments;
		this.targets = targets;
	}

	@GetMapping("/experiments/{id}/promotion")
	String show(@PathVariable UUID id, @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
			Model model) {
		ExperimentView view = this.experiments.get(id);
		model.addAttribute("experiment", view.experiment());
		model.addAttribute("promotion",
				Promotion.of(view.revision().draft(), this.targets.get(view.experiment().getTarget())).orElse(null));
		return (htmx != null) ? "experiment/promotion :: card" : "experiment/promotion";
	}

}
