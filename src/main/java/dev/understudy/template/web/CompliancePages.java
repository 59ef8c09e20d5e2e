package dev.understudy.template.web;

import java.util.UUID;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.actor.Actor;
import dev.understudy.experiment.IllegalPhaseException;
import dev.understudy.experiment.StaleRevisionException;
import dev.understudy.shell.Flash;
import dev.understudy.template.TemplateDrafts;
import dev.understudy.template.UnknownTemplateException;

/** Takes what a template asks for over into a draft, on the way to submitting it. */
@Controller
class CompliancePages {

	private final TemplateDrafts drafts;

	CompliancePages(TemplateDrafts drafts) {
		this.drafts = drafts;
	}

	@PostMapping("/experiments/{id}/template/values")
	@PreAuthorize("hasAuthority('WRITE')")
	String comply(@PathVariable UUID id, @RequestParam int revision, RedirectAttributes redirect, Actor actor) {
		try {
			this.drafts.comply(id, revision, actor);
			Flash.success(redirect, "template.complied");
		}
		catch (StaleRevisionException ex) {
			Flash.error(redirect, "template.complied.stale", ex.current().author(),
					String.valueOf(ex.current().number()));
		}
		catch (UnknownTemplateException | IllegalPhaseException ex) {
			Flash.error(redirect, "template.complied.not");
		}
		return "redirect:/experiments/" + id + "/review";
	}

}
