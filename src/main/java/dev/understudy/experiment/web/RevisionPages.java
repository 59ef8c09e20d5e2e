package dev.understudy.experiment.web;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import dev.understudy.actor.Actor;
import dev.understudy.actor.Permission;
import dev.understudy.experiment.Experiment;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.Phase;
import dev.understudy.experiment.Revision;
import dev.understudy.experiment.WorkingCopies;
import dev.understudy.shell.Page;

/** How a definition came to be what it is. */
@Controller
@PreAuthorize("hasAuthority('READ')")
class RevisionPages {

	private static final int ROWS = 25;

	private final Experiments experiments;

	private final WorkingCopies copies;

	RevisionPages(Experiments experiments, WorkingCopies copies) {
		this.experiments = experiments;
		this.copies = copies;
	}

	@GetMapping("/experiments/{id}/revisions")
	String list(@PathVariable UUID id, @RequestParam(required = false) @Nullable String pageToken, Model model,
			Actor actor) {
		Experiment experiment = this.experiments.head(id);
		Page<Revision> page = this.experiments.revisions(id, ROWS, pageToken);
		if (page.items().isEmpty()) {
			return "redirect:/experiments/" + id + "/revisions";
		}
		Revision last = page.items().getLast();
		Revision before = (last.number() > 1) ? this.experiments.revision(id, last.number() - 1) : null;
		model.addAttribute("experiment", experiment);
		model.addAttribute("page", page);
		model.addAttribute("rows", RevisionRow.of(page.items(), before));
		model.addAttribute("pending", this.copies.pending(id));
		model.addAttribute("actor", actor.name());
		model.addAttribute("mayWrite", actor.may(Permission.WRITE));
		model.addAttribute("mayRestore", actor.may(Permission.WRITE) && experiment.getPhase() == Phase.DRAFT);
		model.addAttribute("restCall", "GET /api/v1/experiments/" + id + "/revisions");
		return "experiment/revisions";
	}

}
