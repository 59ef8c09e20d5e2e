package dev.understudy.catalog.web;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Destination;
import dev.understudy.catalog.OfferedTypes;
import dev.understudy.catalog.Supplied;
import dev.understudy.catalog.Supplies;
import dev.understudy.catalog.Supply;
import dev.understudy.experiment.Choices.EndpointChoice;
import dev.understudy.shell.Page;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;
import dev.understudy.target.UnknownTargetException;

/**
 * What the pickers of the draft form find while somebody types. Without JavaScript the
 * form offers the first ones itself.
 */
@Controller
@PreAuthorize("hasAuthority('READ')")
class CatalogPages {

	/** As many as one can look through without typing on. */
	private static final int MOST = 20;

	private final Catalog catalog;

	private final Supplies supplies;

	private final OfferedTypes instanceTypes;

	private final Targets targets;

	CatalogPages(Catalog catalog, Supplies supplies, OfferedTypes instanceTypes, Targets targets) {
		this.catalog = catalog;
		this.supplies = supplies;
		this.instanceTypes = instanceTypes;
		this.targets = targets;
	}

	@GetMapping("/catalog/endpoints")
	String endpoints(@RequestParam String target, @RequestParam(defaultValue = "") String q, Model model) {
		List<EndpointChoice> found = this.catalog.pick(this.targets.get(target), q, MOST + 1);
		return options("endpoints", found.stream().limit(MOST).toList(), found.size() > MOST, model);
	}

	@GetMapping("/catalog/models")
	String models(@RequestParam String target, @RequestParam(defaultValue = "") String q, Model model) {
		Page<String> page = this.catalog.models(this.targets.get(target), q, MOST, null);
		return options("models", page.items(), page.nextPageToken() != null, model);
	}

	@GetMapping("/catalog/instance-types")
	String instanceTypes(@RequestParam String target, @RequestParam(defaultValue = "") String q, Model model) {
		var found = this.instanceTypes.search(this.targets.get(target), q, MOST + 1);
		return options("instance-types", found.stream().limit(MOST).toList(), found.size() > MOST, model);
	}

	@GetMapping("/catalog/keys")
	String keys(@RequestParam String target, @RequestParam(defaultValue = "") String q, Locale locale, Model model) {
		return supplied(Supply.KEYS, this.targets.get(target), q, Supplied::name, locale, model);
	}

	/**
	 * Offers the buckets of the target's region as destinations, with whatever path was
	 * typed already.
	 */
	@GetMapping("/catalog/buckets")
	String buckets(@RequestParam String target, @RequestParam(defaultValue = "") String q, Locale locale, Model model) {
		Destination typed = Destination.typed(q);
		return supplied(Supply.BUCKETS, this.targets.get(target), typed.bucket(),
				(bucket) -> typed.in(bucket.name()).toString(), locale, model);
	}

	private String supplied(Supply supply, Target target, String part, Function<Supplied, String> spelling,
			Locale locale, Model model) {
		Page<Supplied> page = this.supplies.search(target, supply, part, target.region(), MOST, null);
		model.addAttribute("whyNot", this.supplies.whyNot(this.supplies.reading(target, supply), supply, locale));
		return options(supply.id(), page.items().stream().map(spelling).toList(), page.nextPageToken() != null, model);
	}

	/** What an endpoint is today, beside the field that names it. */
	@GetMapping("/catalog/endpoint")
	String endpoint(@RequestParam String target, @RequestParam(defaultValue = "") String name, Model model) {
		model.addAttribute("chosen", this.catalog.endpoint(this.targets.get(target), name).orElse(null));
		return "experiment/endpoint :: today";
	}

	@PostMapping("/catalog/refresh")
	@PreAuthorize("hasAuthority('WRITE')")
	String refresh(@RequestParam String target, Model model) {
		Target known = this.targets.get(target);
		this.catalog.renew(known);
		model.addAttribute("readAt", this.catalog.reading(known).readAt());
		return "experiment/endpoint :: age";
	}

	private static String options(String kind, List<?> items, boolean more, Model model) {
		model.addAttribute("kind", kind);
		model.addAttribute("items", items);
		model.addAttribute("more", more);
		return "catalog/options";
	}

	@ExceptionHandler
	ModelAndView unknown(UnknownTargetException ex) {
		return new ModelAndView("error/404", HttpStatus.NOT_FOUND);
	}

}
