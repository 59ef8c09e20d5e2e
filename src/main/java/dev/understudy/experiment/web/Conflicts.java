package dev.understudy.experiment.web;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import dev.understudy.definition.Draft;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.Revision;

/** Puts two edits of one draft before the person who made the later one. */
@Component
class Conflicts {

	private final Experiments experiments;

	Conflicts(Experiments experiments) {
		this.experiments = experiments;
	}

	/**
	 * Shows both.
	 * @param edited the later edit
	 * @param mine what it says
	 * @param base number of the revision both began with, 0 for nothing
	 * @param current the revision that was saved first
	 * @param theirs what was chosen before
	 */
	String show(EditedDraft edited, Draft mine, int base, Revision current, Predicate<String> theirs,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		response.setStatus(HttpStatus.CONFLICT.value());
		Draft common = base(Objects.requireNonNull(edited.id()), base);
		model.addAttribute("conflict", Conflict.between(base, common, current, mine, theirs));
		model.addAttribute("typed", TypedForm.of(request));
		model.addAttribute("edited", edited);
		return "experiment/conflict";
	}

	/** What two edits began with. */
	Draft base(UUID id, int number) {
		return (number > 0) ? this.experiments.revision(id, number).draft() : Draft.empty();
	}

}
