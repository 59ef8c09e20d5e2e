package dev.understudy.exchange.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import dev.understudy.exchange.ExportedRevision;
import dev.understudy.exchange.Exports;
import dev.understudy.exchange.Format;
import dev.understudy.target.Targets;

/** Taking a definition out, in the form that another tool takes. */
@Controller
@PreAuthorize("hasAuthority('READ')")
class ExportPages {

	private final Exports exports;

	private final Targets targets;

	private final Said said;

	ExportPages(Exports exports, Targets targets, Said said) {
		this.exports = exports;
		this.targets = targets;
		this.said = said;
	}

	@GetMapping("/experiments/{id}/export")
	String show(@PathVariable UUID id, @RequestParam(defaultValue = "cli") String format,
			@RequestParam(required = false) @Nullable Integer revision, Model model) {
		ExportedRevision exported = this.exports.export(id, revision, format(format));
		model.addAttribute("id", id);
		model.addAttribute("format", format);
		model.addAttribute("exported", exported);
		model.addAttribute("export", exported.export());
		model.addAttribute("formats", formats());
		model.addAttribute("target", this.targets.get(exported.experiment().getTarget()));
		model.addAttribute("remarks", exported.export().remarks().stream().map(this.said::of).toList());
		model.addAttribute("restCall",
				"GET /api/v1/experiments/%s/export?format=%s&revision=%d".formatted(id, format, exported.revision()));
		return "exchange/export";
	}

	/** The card of an experiment's page that leads here. */
	@GetMapping("/experiments/{id}/export/links")
	String links(@PathVariable UUID id, Model model) {
		model.addAttribute("id", id);
		model.addAttribute("formats", formats());
		return "exchange/links :: links";
	}

	@GetMapping("/experiments/{id}/export/file")
	ResponseEntity<byte[]> file(@PathVariable UUID id, @RequestParam(defaultValue = "cli") String format,
			@RequestParam(required = false) @Nullable Integer revision) {
		return Download.of(this.exports.export(id, revision, format(format)));
	}

	private static List<String> formats() {
		return Stream.of(Format.values()).map(Format::id).toList();
	}

	private static Format format(String id) {
		return Format.of(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
	}

}
