package dev.understudy.experiment.web;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import dev.understudy.target.Targets;

/** How it works, in words, and the reference of the API. */
@Controller
@PreAuthorize("hasAuthority('READ')")
class HelpPages {

	private final Targets targets;

	private final ApiReference reference;

	HelpPages(Targets targets, ApiReference reference) {
		this.targets = targets;
		this.reference = reference;
	}

	@GetMapping("/help")
	String help(Model model, Locale language) {
		model.addAttribute("rules", RuleCatalog.rules(language));
		model.addAttribute("fields", FieldHelp.values());
		model.addAttribute("words", List.of("experiment", "definition", "revision", "finding", "operation", "sighting",
				"target", "variants", "sampling", "audit"));
		model.addAttribute("assumptions",
				List.of("one-endpoint", "names", "sampling", "unknown-endpoint", "deleted-name", "signature",
						"cancel-scheduled", "billing", "past-start", "natural-end", "new-endpoint"));
		model.addAttribute("targets", this.targets.all());
		return "experiment/help";
	}

	@GetMapping("/help/api")
	String api(Model model, HttpServletRequest request) {
		model.addAttribute("operations", this.reference.operations(request));
		return "experiment/api";
	}

}
