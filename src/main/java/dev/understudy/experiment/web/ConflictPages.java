package dev.understudy.experiment.web;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.actor.Actor;
import dev.understudy.definition.Draft;
import dev.understudy.definition.DraftMerge;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.IllegalPhaseException;
import dev.understudy.experiment.Revision;
import dev.understudy.experiment.StaleRevisionException;
import dev.understudy.experiment.WorkingCopies;
import dev.understudy.shell.Flash;

/** Saves what somebody has made of their edit and another's. */
@Controller
@PreAuthorize("hasAuthority('WRITE')")
class ConflictPages {

	private final Experiments experiments;

	private final WorkingCopies copies;

	private final Drafting drafting;

	private final Conflicts conflicts;

	ConflictPages(Experiments experiments, WorkingCopies copies, Drafting drafting, Conflicts conflicts) {
		this.experiments = experiments;
		this.copies = copies;
		this.drafting = drafting;
		this.conflicts = conflicts;
	}

	@PostMapping("/experiments/{id}/draft/resolve")
	@PreAuthorize("hasAuthority('WRITE')")
	String resolve(@PathVariable UUID id, @RequestParam int theirs, @ModelAttribute("origin") FormOrigin origin,
			@ModelAttribute("form") DraftForm form, Model model, HttpServletRequest request,
			HttpServletResponse response, RedirectAttributes redirect, Actor actor) {
		EditedDraft edited = this.drafting.sent(id, origin, actor);
		Draft mine = FormMerge.merge(form, edited.base()).draft();
		Revision current = this.experiments.revision(id, theirs);
		Resolution resolution = new Resolution(request);
		Draft merged = DraftMerge.merge(this.conflicts.base(id, origin.taken()), current.draft(), mine,
				resolution::isTheirs);
		try {
			this.copies.save(id, edited.origin().onto(theirs).typing(merged, ""), actor);
			Flash.success(redirect, "draft.conflict.merged");
			return "redirect:/experiments/" + id + "/draft";
		}
		catch (StaleRevisionException ex) {
			return this.conflicts.show(edited, mine, origin.taken(), ex.current(), resolution::isTheirs, request,
					response, model);
		}
		catch (IllegalPhaseException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("edited", edited);
			model.addAttribute("json", merged.pretty());
			return "experiment/too-late";
		}
	}

	/**
	 * Whoever reloads the page of a choice that was not made begins with what is kept.
	 */
	@GetMapping("/experiments/{id}/draft/resolve")
	String back(@PathVariable UUID id) {
		return "redirect:/experiments/" + id + "/draft";
	}

}
