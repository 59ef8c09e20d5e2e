package dev.understudy.experiment.web;

import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.understudy.actor.Actor;
import dev.understudy.actor.Permission;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.LabelRefusedException;
import dev.understudy.experiment.Labelling;

/** The labels of an experiment, to be added and taken away one by one. */
@Controller
@RequestMapping("/experiments/{id}/labels")
@PreAuthorize("hasAuthority('READ')")
class LabelPages {

	private final Experiments experiments;

	private final Labelling labelling;

	LabelPages(Experiments experiments, Labelling labelling) {
		this.experiments = experiments;
		this.labelling = labelling;
	}

	@GetMapping
	String show(@PathVariable UUID id, Model model, Actor actor) {
		model.addAttribute("experiment", this.experiments.get(id).experiment());
		model.addAttribute("mayWrite", actor.may(Permission.WRITE));
		model.addAttribute("restCall", "PUT /api/v1/experiments/%s/labels  {\"labels\":[\"…\"]}".formatted(id));
		return "experiment/labels";
	}

	@PostMapping
	@PreAuthorize("hasAuthority('WRITE')")
	String add(@PathVariable UUID id, @RequestParam(defaultValue = "") String label, Model model,
			HttpServletResponse response, Actor actor) {
		return change(id, label, () -> this.labelling.add(id, List.of(label.split(",")), actor), model, response,
				actor);
	}

	@PostMapping("/removal")
	@PreAuthorize("hasAuthority('WRITE')")
	String remove(@PathVariable UUID id, @RequestParam(defaultValue = "") String label, Model model,
			HttpServletResponse response, Actor actor) {
		return change(id, "", () -> this.labelling.remove(id, label, actor), model, response, actor);
	}

	private String change(UUID id, String typed, Runnable change, Model model, HttpServletResponse response,
			Actor actor) {
		try {
			change.run();
			return "redirect:/experiments/%s/labels".formatted(id);
		}
		catch (LabelRefusedException ex) {
			model.addAttribute("typed", typed);
			model.addAttribute("problem", "labels.refused." + ex.reason().id());
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(id, model, actor);
		}
	}

}
