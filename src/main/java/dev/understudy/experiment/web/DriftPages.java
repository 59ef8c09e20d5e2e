package dev.understudy.experiment.web;

import java.util.UUID;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.actor.Actor;
import dev.understudy.experiment.Drifts;
import dev.understudy.experiment.IllegalPhaseException;
import dev.understudy.experiment.StaleExperimentException;
import dev.understudy.shell.Flash;

/** What somebody changed in SageMaker, and not through Understudy. */
@Controller
class DriftPages {

	private final Drifts drifts;

	DriftPages(Drifts drifts) {
		this.drifts = drifts;
	}

	@PostMapping("/experiments/{id}/drift/accept")
	@PreAuthorize("hasAuthority('WRITE')")
	String accept(@PathVariable UUID id, @RequestParam long version, RedirectAttributes redirect, Actor actor) {
		try {
			this.drifts.accept(id, version, actor);
			Flash.success(redirect, "drift.accepted");
		}
		catch (StaleExperimentException ex) {
			Flash.error(redirect, "drift.stale");
		}
		catch (IllegalPhaseException ex) {
			Flash.error(redirect, "drift.none");
		}
		return "redirect:/experiments/" + id;
	}

}
