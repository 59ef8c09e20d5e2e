package dev.understudy.access.web;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.access.InterruptedPosts;
import dev.understudy.access.TooManyAttemptsException;
import dev.understudy.shell.Flash;

/** The way in, and back to what somebody was doing. */
@Controller
class SignInPages {

	private static final String SIGN_IN = "access/sign-in";

	private final InterruptedPosts posts;

	SignInPages(InterruptedPosts posts) {
		this.posts = posts;
	}

	@GetMapping("/sign-in")
	String form(HttpServletRequest request, Model model) {
		model.addAttribute("signedOut", request.getParameter("signed-out") != null);
		model.addAttribute("interrupted", this.posts.find(request).isPresent());
		return SIGN_IN;
	}

	/** Reached only by a forward of the request that was refused. */
	@PostMapping("/sign-in/refused")
	@PreAuthorize("permitAll()")
	String refused(HttpServletRequest request, HttpServletResponse response,
			@RequestParam(defaultValue = "") String name, Model model) {
		Object cause = request.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
		response.setStatus(HttpStatus.UNAUTHORIZED.value());
		if (cause instanceof TooManyAttemptsException limited) {
			Duration wait = limited.getWait();
			response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
			model.addAttribute("wait", wait.toMinutes() + 1);
		}
		model.addAttribute("refusal", (cause instanceof TooManyAttemptsException) ? "limited"
				: (cause instanceof DisabledException) ? "disabled" : "wrong");
		model.addAttribute("name", name);
		model.addAttribute("interrupted", this.posts.find(request).isPresent());
		return SIGN_IN;
	}

	@GetMapping("/sign-in/continue")
	@PreAuthorize("hasAuthority('READ')")
	String interrupted(HttpServletRequest request, Model model) {
		return this.posts.find(request).map((post) -> {
			model.addAttribute("post", post);
			return "access/continue";
		}).orElse("redirect:/");
	}

	@PostMapping("/sign-in/continue/discard")
	@PreAuthorize("hasAuthority('READ')")
	String discard(HttpServletRequest request, RedirectAttributes redirect) {
		this.posts.forget(request);
		Flash.success(redirect, "access.continue.discarded");
		return "redirect:/";
	}

}
