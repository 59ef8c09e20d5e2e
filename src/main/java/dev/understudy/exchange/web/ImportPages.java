package dev.understudy.exchange.web;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.actor.Actor;
import dev.understudy.exchange.Imported;
import dev.understudy.exchange.ImportedText;
import dev.understudy.exchange.Imports;
import dev.understudy.exchange.LocatedFinding;
import dev.understudy.exchange.Place;
import dev.understudy.exchange.UnreadableImport;
import dev.understudy.exchange.web.Listing.Mark;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.shell.Flash;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/** Bringing a definition in: from a text, or from an experiment in the account. */
@Controller
@PreAuthorize("hasAuthority('WRITE')")
class ImportPages {

	private static final String PAGE = "exchange/import";

	private final Imports imports;

	private final Targets targets;

	private final Said said;

	ImportPages(Imports imports, Targets targets, Said said) {
		this.imports = imports;
		this.targets = targets;
		this.said = said;
	}

	@GetMapping("/experiments/import")
	String begin(@RequestParam(required = false) @Nullable String target, Model model) {
		return page(ImportForm.empty(target), model);
	}

	/**
	 * What can be read and has no errors is kept. What has errors is shown with them, and
	 * kept when that is asked for again. A file goes before what stands in the field.
	 */
	@PostMapping("/experiments/import")
	@PreAuthorize("hasAuthority('WRITE')")
	String read(@ModelAttribute("form") ImportForm typed, @RequestParam(required = false) @Nullable MultipartFile file,
			@RequestParam(required = false) @Nullable String then, Model model, HttpServletResponse response,
			RedirectAttributes redirect, Actor actor) throws IOException {
		ImportForm form = typed;
		try {
			if (file != null && !file.isEmpty()) {
				form = typed.withText(ImportedText.decode(file.getBytes()));
			}
			ImportedText text = ImportedText.read(form.content(), form.notation());
			List<LocatedFinding> findings = this.imports.check(text, form.targetOrNull());
			if ("keep".equals(then) || findings.stream().noneMatch((it) -> it.finding().forbids())) {
				return kept(this.imports.draft(text, form.targetOrNull(), actor), redirect);
			}
			model.addAttribute("notices", text.notices().stream().map(this.said::of).toList());
			model.addAttribute("listing", Listing.of(form.content(), findings.stream().map(Mark::of).toList()));
		}
		catch (UnreadableImport ex) {
			String words = this.said.of(ex);
			model.addAttribute("fault", words);
			Place place = ex.place();
			if (place != null) {
				model.addAttribute("listing", Listing.of(form.content(), List.of(new Mark(place, true, words, null))));
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return page(form, model);
	}

	@PostMapping("/experiments/import/copy")
	@PreAuthorize("hasAuthority('WRITE')")
	String copy(@ModelAttribute("form") ImportForm form, Model model, HttpServletResponse response,
			RedirectAttributes redirect, Actor actor) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		if (form.isNameless()) {
			model.addAttribute("nameless", true);
			return page(form, model);
		}
		try {
			UUID id = this.imports.copy(form.targetOrNull(), Objects.requireNonNull(form.name()).strip(), actor);
			Flash.success(redirect, "import.copied");
			return "redirect:/experiments/" + id + "/draft";
		}
		catch (SageMakerRefusal ex) {
			model.addAttribute("refusal", ex);
			return page(form, model);
		}
	}

	private String kept(Imported imported, RedirectAttributes redirect) {
		String notices = imported.notices().stream().map(this.said::of).distinct().collect(Collectors.joining(" "));
		Flash.success(redirect, "import.done", notices);
		return "redirect:/experiments/" + imported.view().experiment().getId() + "/draft";
	}

	private String page(ImportForm form, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("targets", this.targets.all().stream().map(Target::name).toList());
		model.addAttribute("restCall", "POST /api/v1/imports");
		return PAGE;
	}

}
