package dev.understudy.experiment.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;

import dev.understudy.actor.Actor;
import dev.understudy.actor.Permission;
import dev.understudy.experiment.Dashboard;
import dev.understudy.experiment.Overview;

/** What needs attention, what runs, what comes next, what ended. */
@Controller
@PreAuthorize("hasAuthority('READ')")
class DashboardPages {

	private final Overview overview;

	private final Clock clock;

	DashboardPages(Overview overview, Clock clock) {
		this.overview = overview;
		this.clock = clock;
	}

	@GetMapping("/")
	String show(Model model, Actor actor,
			@CookieValue(name = TourPages.COOKIE, required = false) @Nullable String tour) {
		Dashboard dashboard = this.overview.dashboard(actor);
		Instant now = this.clock.instant();
		model.addAttribute("dashboard", dashboard);
		model.addAttribute("tour", (tour == null) ? Tour.of(dashboard) : new Tour(List.of()));
		model.addAttribute("attention", listed(dashboard.attention(), now));
		model.addAttribute("running", listed(dashboard.running(), now));
		model.addAttribute("scheduled", listed(dashboard.scheduled(), now));
		model.addAttribute("ended", listed(dashboard.ended(), now));
		model.addAttribute("mayWrite", actor.may(Permission.WRITE));
		model.addAttribute("restCall", "GET /api/v1/experiments?phase=live");
		return "experiment/dashboard";
	}

	private static List<ListedExperiment> listed(List<Dashboard.Item> items, Instant now) {
		return items.stream().map((item) -> ListedExperiment.of(item, now)).toList();
	}

}
