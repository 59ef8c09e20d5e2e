package dev.understudy.experiment.web;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.actor.Actor;
import dev.understudy.experiment.Derivations;
import dev.understudy.experiment.IllegalPhaseException;
import dev.understudy.experiment.StaleRevisionException;
import dev.understudy.shell.Flash;

/** Goes on with an old revision: in the same draft, or in a new one. */
@Controller
@PreAuthorize("hasAuthority('WRITE')")
class DerivationPages {

	private final Derivations derivations;

	DerivationPages(Derivations derivations) {
		this.derivations = derivations;
	}

	@PostMapping("/experiments/{id}/revisions/{number}/restore")
	@PreAuthorize("hasAuthority('WRITE')")
	String restore(@PathVariable UUID id, @PathVariable int number, @RequestParam int latest,
			RedirectAttributes redirect, Actor actor) {
		try {
			int made = this.derivations.restore(id, latest, number, actor).revision().number();
			Flash.success(redirect, "revisions.restored", Integer.toString(number), Integer.toString(made));
		}
		catch (StaleRevisionException ex) {
			Flash.error(redirect, "revisions.stale", ex.current().author(),
					Integer.toString(ex.current().number()));
		}
		catch (IllegalPhaseException ex) {
			Flash.error(redirect, "revisions.frozen");
		}
		return "redirect:/experiments/" + id + "/revisions";
	}

	@PostMapping("/experiments/{id}/clone")
	@PreAuthorize("hasAuthority('WRITE')")
	String clone(@PathVariable UUID id, @RequestParam(required = false) @Nullable Integer revision,
			RedirectAttributes redirect, Actor actor) {
		Derivations.Clone clone = this.derivations.clone(id, revision, actor);
		Flash.success(redirect, clone.withoutTimes() ? "revisions.cloned.late" : "revisions.cloned");
		return "redirect:/experiments/" + clone.view().experiment().getId() + "/draft";
	}

}
