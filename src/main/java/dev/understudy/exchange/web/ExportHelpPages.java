package dev.understudy.exchange.web;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import dev.understudy.exchange.ExportExamples;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/** What a definition looks like in each format. */
@Controller
@PreAuthorize("hasAuthority('READ')")
class ExportHelpPages {

	private final ExportExamples examples;

	private final Targets targets;

	ExportHelpPages(ExportExamples examples, Targets targets) {
		this.examples = examples;
		this.targets = targets;
	}

	@GetMapping("/help/exports")
	String show(Model model) {
		Target target = this.targets.standard();
		model.addAttribute("target", target);
		model.addAttribute("examples", this.examples.of(target));
		return "exchange/help";
	}

}
