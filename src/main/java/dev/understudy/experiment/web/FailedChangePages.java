package dev.understudy.experiment.web;

import java.util.UUID;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.actor.Actor;
import dev.understudy.experiment.FailedChanges;
import dev.understudy.experiment.IllegalPhaseException;
import dev.understudy.shell.Flash;

/** Changes that came to nothing. */
@Controller
class FailedChangePages {

	private final FailedChanges failed;

	FailedChangePages(FailedChanges failed) {
		this.failed = failed;
	}

	@PostMapping("/experiments/{id}/failed-change/{operationId}/note")
	@PreAuthorize("hasAuthority('WRITE')")
	String note(@PathVariable UUID id, @PathVariable UUID operationId, RedirectAttributes redirect, Actor actor) {
		try {
			this.failed.note(id, operationId, actor);
			Flash.success(redirect, "failed-change.noted");
		}
		catch (IllegalPhaseException ex) {
			Flash.error(redirect, "failed-change.none");
		}
		return "redirect:/experiments/" + id;
	}

}
