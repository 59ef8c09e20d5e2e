package dev.understudy.cost.web;

import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

import dev.understudy.cost.Costs;

/** What an experiment costs: a page, or only its panel where another page asks for it. */
@Controller
@PreAuthorize("hasAuthority('READ')")
class CostPages {

	private final Costs costs;

	CostPages(Costs costs) {
		this.costs = costs;
	}

	@GetMapping("/experiments/{id}/cost")
	String bill(@PathVariable UUID id, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean panel,
			@RequestHeader(name = "HX-History-Restore-Request", defaultValue = "false") boolean restored,
			HttpServletResponse response, Model model) {
		model.addAttribute("experimentId", id);
		model.addAttribute("bill", this.costs.bill(id));
		model.addAttribute("restCall", "GET /api/v1/experiments/%s/cost".formatted(id));
		response.addHeader(HttpHeaders.VARY, "HX-Request");
		return (panel && !restored) ? "cost/bill :: panel" : "cost/bill";
	}

}
