package dev.understudy.audit.web;

import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import dev.understudy.audit.AuditEntry;
import dev.understudy.audit.AuditQuery;
import dev.understudy.audit.AuditTrail;
import dev.understudy.shell.Page;

/** The trail for people: all of it, one entry, and the history of one experiment. */
@Controller
class AuditPages {

	private final AuditTrail trail;

	AuditPages(AuditTrail trail) {
		this.trail = trail;
	}

	@GetMapping("/audit")
	@PreAuthorize("hasAuthority('READ_AUDIT')")
	String search(@ModelAttribute("form") AuditFilter filter, BindingResult binding,
			@RequestParam(required = false) @Nullable String pageToken, HttpServletRequest request, Model model) {
		AuditQuery query = filter.toQuery(binding);
		Page<AuditEntry> page = binding.hasErrors() ? new Page<>(List.of(), null)
				: this.trail.search(query, Page.DEFAULT_SIZE, pageToken);
		model.addAttribute("entries", page);
		model.addAttribute("filtered", !filter.isEmpty());
		String parameters = request.getQueryString();
		model.addAttribute("restCall", "GET /api/v1/audit" + ((parameters != null) ? "?" + parameters : ""));
		return "audit/list";
	}

	@GetMapping("/audit/{id}")
	@PreAuthorize("hasAuthority('READ_AUDIT')")
	String show(@PathVariable UUID id, Model model) {
		AuditEntry entry = this.trail.get(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("entry", entry);
		model.addAttribute("differences", Difference.between(entry.before(), entry.after()));
		model.addAttribute("restCall", "GET /api/v1/audit?q=" + entry.requestId());
		return "audit/entry";
	}

	/** A page, or only its panel where a page of the experiment asks for it. */
	@GetMapping("/experiments/{id}/history")
	@PreAuthorize("hasAuthority('READ')")
	String history(@PathVariable UUID id, @RequestParam(required = false) @Nullable String pageToken,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean panel,
			@RequestHeader(name = "HX-History-Restore-Request", defaultValue = "false") boolean restored,
			HttpServletResponse response, Model model) {
		Page<AuditEntry> entries = History.of(id, this.trail, Page.DEFAULT_SIZE, pageToken);
		model.addAttribute("experimentId", id);
		model.addAttribute("entries", entries.map(Line::of));
		model.addAttribute("restCall", "GET /api/v1/experiments/%s/audit".formatted(id));
		response.addHeader(HttpHeaders.VARY, "HX-Request");
		return (panel && !restored) ? "audit/history :: panel" : "audit/history";
	}

	/** An entry with what it changed. */
	record Line(AuditEntry entry, List<Difference> differences) {

		static Line of(AuditEntry entry) {
			return new Line(entry, Difference.between(entry.before(), entry.after()));
		}

	}

}
