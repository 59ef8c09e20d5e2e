package dev.understudy.catalog.web;

import java.util.UUID;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

import dev.understudy.catalog.NotADraftException;
import dev.understudy.catalog.Preflight;

/**
 * Checks of a draft against the account: a part of the review page, and a page of its
 * own.
 */
@Controller
@PreAuthorize("hasAuthority('WRITE')")
class PreflightPages {

	private final Preflight preflight;

	PreflightPages(Preflight preflight) {
		this.preflight = preflight;
	}

	@GetMapping("/experiments/{id}/preflight")
	String page(@PathVariable UUID id, Model model) {
		try {
			run(id, model);
			model.addAttribute("restCall", "POST /api/v1/experiments/%s/preflight".formatted(id));
			return "catalog/preflight";
		}
		catch (NotADraftException ex) {
			return "redirect:/experiments/" + id;
		}
	}

	/** The same for the review page, which asks for it once it is shown. */
	@GetMapping("/experiments/{id}/preflight/panel")
	String panel(@PathVariable UUID id, Model model) {
		run(id, model);
		return "catalog/checks :: panel";
	}

	private void run(UUID id, Model model) {
		model.addAttribute("report", PreflightReport.of(this.preflight.run(id, LocaleContextHolder.getLocale())));
	}

	/** It was submitted while somebody still looked at its review. */
	@ExceptionHandler
	ModelAndView submitted(NotADraftException ex) {
		return new ModelAndView("error/404", HttpStatus.NOT_FOUND);
	}

}
