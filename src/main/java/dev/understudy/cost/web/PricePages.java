package dev.understudy.cost.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.actor.Actor;
import dev.understudy.cost.Loading;
import dev.understudy.cost.PriceChange;
import dev.understudy.cost.PriceTable;
import dev.understudy.cost.PriceTableFullException;
import dev.understudy.cost.Prices;
import dev.understudy.shell.Flash;

/** The prices for those who keep them: listed, downloaded, and loaded after a look. */
@Controller
@RequestMapping("/settings/prices")
@PreAuthorize("hasAuthority('ADMINISTER')")
class PricePages {

	private final Prices prices;

	PricePages(Prices prices) {
		this.prices = prices;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable String pageToken,
			Model model) {
		return show(q.strip(), pageToken, "", model);
	}

	@GetMapping("/prices.csv")
	ResponseEntity<byte[]> download() {
		return PriceApi.download(this.prices);
	}

	/** Whoever reloads the page of a table that was not loaded begins anew. */
	@GetMapping("/check")
	String back() {
		return "redirect:/settings/prices";
	}

	@PostMapping("/check")
	@PreAuthorize("hasAuthority('ADMINISTER')")
	ModelAndView check(@RequestParam(name = "table", defaultValue = "") String typed,
			@RequestParam(required = false) @Nullable MultipartFile file, Model model) throws IOException {
		String table = (file != null && !file.isEmpty()) ? new String(file.getBytes(), StandardCharsets.UTF_8) : typed;
		PriceTable read = PriceTable.read(table);
		if (!read.isSound()) {
			return refused(read, table, model);
		}
		model.addAttribute("count", read.prices().size());
		model.addAttribute("replace", this.prices.preview(read.prices(), Loading.REPLACE));
		model.addAttribute("add", this.prices.preview(read.prices(), Loading.ADD));
		return new ModelAndView(show("", null, table, model));
	}

	@PostMapping
	@PreAuthorize("hasAuthority('ADMINISTER')")
	ModelAndView load(@RequestParam(defaultValue = "") String table,
			@RequestParam(defaultValue = "add") Loading loading, Model model, RedirectAttributes redirect,
			Actor actor) {
		PriceTable read = PriceTable.read(table);
		if (!read.isSound()) {
			return refused(read, table, model);
		}
		try {
			PriceChange change = this.prices.load(read.prices(), loading, actor);
			Flash.success(redirect, "prices.loaded", Integer.toString(change.added().size()),
					Integer.toString(change.changed().size()), Integer.toString(change.removed().size()));
			return new ModelAndView("redirect:/settings/prices");
		}
		catch (PriceTableFullException ex) {
			model.addAttribute("full", true);
			return new ModelAndView(show("", null, table, model), HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	private ModelAndView refused(PriceTable read, String table, Model model) {
		model.addAttribute("faults", read.faults());
		return new ModelAndView(show("", null, table, model), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private String show(String q, @Nullable String pageToken, String table, Model model) {
		model.addAttribute("page", this.prices.list(q, pageToken));
		model.addAttribute("q", q);
		model.addAttribute("table", table);
		model.addAttribute("columns", String.join(",", PriceTable.COLUMNS));
		model.addAttribute("restCall", "GET /api/v1/prices");
		return "cost/prices";
	}

}
