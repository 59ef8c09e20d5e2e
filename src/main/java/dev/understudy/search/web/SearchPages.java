package dev.understudy.search.web;

import java.util.List;
import java.util.Locale;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

import dev.understudy.actor.Actor;
import dev.understudy.search.Hit;
import dev.understudy.search.Search;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The search on a page of its own, and what the palette asks for. */
@Controller
@RequestMapping("/search")
@PreAuthorize("hasAuthority('READ')")
class SearchPages {

	private final Search search;

	SearchPages(Search search) {
		this.search = search;
	}

	@GetMapping
	String page(@RequestParam(defaultValue = "") String q, Model model, Actor actor, Locale language) {
		find(q, model, actor, language);
		model.addAttribute("restCall", "GET /api/v1/search?q=" + UriUtils.encode(q, UTF_8));
		return "search/search";
	}

	/** What the palette shows while somebody types. */
	@GetMapping("/results")
	String results(@RequestParam(defaultValue = "") String q, Model model, Actor actor, Locale language) {
		find(q, model, actor, language);
		return "search/palette :: results";
	}

	/** The palette and the sheet of keys, asked for when somebody first wants one. */
	@GetMapping("/palette")
	String palette(Model model, Actor actor, Locale language) {
		find("", model, actor, language);
		return "search/palette :: dialogs";
	}

	private void find(String q, Model model, Actor actor, Locale language) {
		List<Hit> hits = this.search.find(q, actor, language);
		model.addAttribute("q", q);
		model.addAttribute("count", hits.size());
		model.addAttribute("groups", Group.of(hits));
	}

}
