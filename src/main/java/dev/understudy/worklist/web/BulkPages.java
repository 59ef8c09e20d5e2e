package dev.understudy.worklist.web;

import java.util.List;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.actor.Actor;
import dev.understudy.database.Ids;
import dev.understudy.shell.Flash;
import dev.understudy.worklist.Bulk;
import dev.understudy.worklist.BulkOrder;
import dev.understudy.worklist.BulkRow.Outcome;
import dev.understudy.worklist.BulkRun;
import dev.understudy.worklist.BulkWork;
import dev.understudy.worklist.Prospect;
import dev.understudy.worklist.UnknownBulkRunException;

/**
 * One thing done to many experiments: what would happen to each, the button that does it,
 * and what became of each.
 */
@Controller
@RequestMapping("/experiments/bulk")
@PreAuthorize("hasAuthority('WRITE')")
class BulkPages {

	private static final String LIST = "redirect:/experiments";

	private final Bulk bulk;

	private final Ids ids;

	BulkPages(Bulk bulk, Ids ids) {
		this.bulk = bulk;
		this.ids = ids;
	}

	/**
	 * What was picked may stand in an address, to be opened again; what is typed then may
	 * not.
	 */
	@GetMapping
	String picked(@ModelAttribute("form") BulkForm sent, Model model, RedirectAttributes redirect) {
		BulkForm form = sent.picked();
		model.addAttribute("form", form);
		return show(form, model, redirect);
	}

	@PostMapping("/preview")
	@PreAuthorize("hasAuthority('WRITE')")
	String preview(@ModelAttribute("form") BulkForm form, Model model, RedirectAttributes redirect) {
		return show(form, model, redirect);
	}

	/** Whoever opens the address of a preview begins with the list. */
	@GetMapping("/preview")
	String backToList() {
		return LIST;
	}

	private String show(BulkForm form, Model model, RedirectAttributes redirect) {
		BulkWork work = BulkWork.of(String.valueOf(form.work())).orElse(null);
		if (work == null || form.id().isEmpty()) {
			Flash.error(redirect, "bulk.nothing-picked");
			return LIST;
		}
		if (form.id().size() > BulkRun.MOST) {
			Flash.error(redirect, "bulk.too-many", String.valueOf(BulkRun.MOST));
			return LIST;
		}
		BulkOrder order = form.order(work);
		List<Prospect> prospects = this.bulk.look(order, form.id());
		model.addAttribute("order", order);
		model.addAttribute("run", this.ids.next());
		model.addAttribute("possible", prospects.stream().filter(Prospect::isPossible).toList());
		model.addAttribute("impossible", prospects.stream().filter((it) -> !it.isPossible()).toList());
		model.addAttribute("missing", form.id().size() - prospects.size());
		return "worklist/bulk";
	}

	@PostMapping
	@PreAuthorize("hasAuthority('WRITE')")
	String begin(@ModelAttribute("form") BulkForm form, RedirectAttributes redirect, Actor actor) {
		BulkOrder order = BulkWork.of(String.valueOf(form.work())).map(form::order).orElse(null);
		if (order == null || form.run() == null || !order.isComplete() || form.id().isEmpty()
				|| form.id().size() > BulkRun.MOST) {
			Flash.error(redirect, "bulk.nothing-picked");
			return LIST;
		}
		this.bulk.begin(form.run(), order, form.id(), actor);
		return result(form.run());
	}

	@GetMapping("/{id}")
	String result(@PathVariable UUID id, Model model, Actor actor) {
		BulkRun run = this.bulk.get(id, actor);
		model.addAttribute("run", run);
		model.addAttribute("done", run.count(Outcome.DONE) + run.count(Outcome.ASKED));
		model.addAttribute("refused", run.count(Outcome.REFUSED));
		return "worklist/result";
	}

	/** Where something broke off. */
	@PostMapping("/{id}")
	@PreAuthorize("hasAuthority('WRITE')")
	String goOn(@PathVariable UUID id, Actor actor) {
		this.bulk.goOn(id, actor);
		return result(id);
	}

	private static String result(UUID run) {
		return "redirect:/experiments/bulk/" + run;
	}

	@ExceptionHandler
	ModelAndView unknown(UnknownBulkRunException ex) {
		return new ModelAndView("error/404", HttpStatus.NOT_FOUND);
	}

}
