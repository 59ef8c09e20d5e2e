package dev.understudy.worklist.web;

import java.util.UUID;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.actor.Actor;
import dev.understudy.shell.Flash;
import dev.understudy.worklist.FilterRefusedException;
import dev.understudy.worklist.SavedFilter;
import dev.understudy.worklist.SavedFilters;

/** The filters somebody keeps: as links above the list, and on a page to manage them. */
@Controller
@RequestMapping("/experiments/filters")
@PreAuthorize("hasAuthority('READ')")
class FilterPages {

	private static final String PAGE = "redirect:/experiments/filters";

	private final SavedFilters filters;

	FilterPages(SavedFilters filters) {
		this.filters = filters;
	}

	@GetMapping
	String page(@RequestParam MultiValueMap<String, String> sent, Model model, Actor actor) {
		show(sent, model, actor);
		return "worklist/filters";
	}

	/** What stands above the list. */
	@GetMapping("/links")
	String links(@RequestParam MultiValueMap<String, String> sent, Model model, Actor actor) {
		show(sent, model, actor);
		return "worklist/filters :: links";
	}

	@PostMapping
	@PreAuthorize("hasAuthority('READ')")
	String save(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String query,
			RedirectAttributes redirect, Actor actor) {
		String kept = ListQuery.of(query);
		try {
			this.filters.save(name, kept, actor);
			Flash.success(redirect, "filters.saved", name.strip());
			return "redirect:/experiments?" + kept;
		}
		catch (FilterRefusedException ex) {
			refused(ex, redirect);
			return kept.isEmpty() ? PAGE : PAGE + '?' + kept;
		}
	}

	@PostMapping("/{id}/name")
	@PreAuthorize("hasAuthority('READ')")
	String rename(@PathVariable UUID id, @RequestParam(defaultValue = "") String name, RedirectAttributes redirect,
			Actor actor) {
		try {
			this.filters.rename(id, name, actor);
			Flash.success(redirect, "filters.renamed", name.strip());
		}
		catch (FilterRefusedException ex) {
			refused(ex, redirect);
		}
		return PAGE;
	}

	@PostMapping("/{id}/deletion")
	@PreAuthorize("hasAuthority('READ')")
	String delete(@PathVariable UUID id, RedirectAttributes redirect, Actor actor) {
		this.filters.delete(id, actor);
		Flash.success(redirect, "filters.deleted");
		return PAGE;
	}

	private void show(MultiValueMap<String, String> sent, Model model, Actor actor) {
		model.addAttribute("filters", this.filters.of(actor));
		model.addAttribute("query", ListQuery.of(sent));
		model.addAttribute("most", SavedFilter.MOST);
	}

	private static void refused(FilterRefusedException ex, RedirectAttributes redirect) {
		Flash.error(redirect, "filters.refused." + ex.reason().id(), String.valueOf(SavedFilter.LONGEST),
				String.valueOf(SavedFilter.MOST));
	}

}
