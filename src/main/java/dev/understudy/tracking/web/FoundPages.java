package dev.understudy.tracking.web;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.actor.Actor;
import dev.understudy.experiment.AlreadyManagedException;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.shell.Flash;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;
import dev.understudy.target.UnknownTargetException;
import dev.understudy.tracking.FoundExperiments;
import dev.understudy.tracking.FoundGoneException;
import dev.understudy.tracking.SweepState;
import dev.understudy.tracking.UnknownFoundException;

/** What was found in SageMaker, and the way under management. */
@Controller
@PreAuthorize("hasAuthority('READ')")
class FoundPages {

	private static final String LIST = "redirect:/experiments/found";

	private final FoundExperiments found;

	private final Targets targets;

	FoundPages(FoundExperiments found, Targets targets) {
		this.found = found;
		this.targets = targets;
	}

	@GetMapping("/experiments/found")
	String list(@ModelAttribute("form") FoundFilter filter, Model model) {
		List<SweepState> sweeps = this.found.sweeps();
		model.addAttribute("page", this.found.list(filter.query()).map(FoundRow::of));
		model.addAttribute("filtered", filter.isNarrow());
		model.addAttribute("sweeps", sweeps);
		model.addAttribute("searched", sweeps.stream().anyMatch((sweep) -> sweep.sweptAt() != null));
		model.addAttribute("orphans", this.found.orphans());
		model.addAttribute("targets", this.targets.all().stream().map(Target::name).toList());
		model.addAttribute("restCall", "GET /api/v1/found");
		return "tracking/found";
	}

	/** The way to the list, with the number of those somebody has to care for. */
	@GetMapping("/experiments/found/link")
	String link(Model model) {
		model.addAttribute("orphans", this.found.orphans());
		return "tracking/slots :: link";
	}

	/** What the dashboard says about orphans; nothing without any. */
	@GetMapping("/experiments/found/notice")
	String notice(Model model) {
		model.addAttribute("orphans", this.found.orphans());
		return "tracking/slots :: notice";
	}

	@PostMapping("/experiments/found/{id}/adopt")
	@PreAuthorize("hasAuthority('WRITE')")
	String adopt(@PathVariable UUID id, @RequestParam(defaultValue = "") String then, RedirectAttributes redirect,
			Actor actor) {
		try {
			UUID experimentId = this.found.adopt(id, actor);
			Flash.success(redirect, "found.adopted");
			return "redirect:/experiments/" + experimentId + ("stop".equals(then) ? "/stop" : "");
		}
		catch (AlreadyManagedException ex) {
			Flash.error(redirect, "found.already-managed");
			return "redirect:/experiments/" + ex.experimentId();
		}
		catch (FoundGoneException ex) {
			Flash.error(redirect, "found.gone", ex.name());
		}
		catch (UnknownTargetException ex) {
			Flash.error(redirect, "found.target-unknown", ex.name());
		}
		catch (SageMakerRefusal ex) {
			Flash.error(redirect, "found.unreadable", ex.code(), ex.words());
		}
		return LIST;
	}

	@PostMapping("/experiments/found/sweep")
	@PreAuthorize("hasAuthority('WRITE')")
	String lookAgain(RedirectAttributes redirect) {
		this.found.lookAgain(null);
		Flash.success(redirect, "found.looking-again");
		return LIST;
	}

	@ExceptionHandler
	ModelAndView unknown(UnknownFoundException ex) {
		return new ModelAndView("error/404", HttpStatus.NOT_FOUND);
	}

}
