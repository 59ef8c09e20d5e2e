package dev.understudy.delivery.web;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.actor.Actor;
import dev.understudy.delivery.Installations;
import dev.understudy.delivery.OperationEndedException;
import dev.understudy.shell.Flash;

/**
 * Where an admin says what a database with another name is: moved, or a copy.
 */
@Controller
@RequestMapping("/settings/installation")
class InstallationPages {

	private final Installations installations;

	InstallationPages(Installations installations) {
		this.installations = installations;
	}

	@GetMapping
	@PreAuthorize("hasAuthority('ADMINISTER')")
	String show(Model model) {
		model.addAttribute("name", this.installations.name());
		model.addAttribute("agree", this.installations.agree());
		return "delivery/installation";
	}

	@PostMapping("/moved")
	@PreAuthorize("hasAuthority('ADMINISTER')")
	String moved(Actor actor, RedirectAttributes redirect) {
		return say(() -> this.installations.moved(actor), redirect);
	}

	@PostMapping("/copied")
	@PreAuthorize("hasAuthority('ADMINISTER')")
	String copied(Actor actor, RedirectAttributes redirect) {
		return say(() -> this.installations.copied(actor), redirect);
	}

	private static String say(Runnable action, RedirectAttributes redirect) {
		try {
			action.run();
			Flash.success(redirect, "delivery.installation.said");
		}
		catch (OperationEndedException ex) {
			Flash.error(redirect, "delivery.installation.agrees");
		}
		return "redirect:/settings/installation";
	}

}
