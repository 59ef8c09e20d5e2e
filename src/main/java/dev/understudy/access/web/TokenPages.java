package dev.understudy.access.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.access.TokenRefusedException;
import dev.understudy.access.Tokens;
import dev.understudy.access.UnknownTokenException;
import dev.understudy.access.Users;
import dev.understudy.actor.Actor;
import dev.understudy.actor.Permission;
import dev.understudy.actor.Role;
import dev.understudy.shell.Flash;
import dev.understudy.shell.Option;

/** One's own API tokens, and everybody's for those who administer. */
@Controller
@RequestMapping("/settings/tokens")
@PreAuthorize("hasAuthority('OWN_TOKENS')")
class TokenPages {

	private final Tokens tokens;

	private final Users users;

	private final Roles roles;

	private final Clock clock;

	TokenPages(Tokens tokens, Users users, Roles roles, Clock clock) {
		this.tokens = tokens;
		this.users = users;
		this.roles = roles;
		this.clock = clock;
	}

	@GetMapping
	String list(Actor actor, Model model) {
		model.addAttribute("form", new NewToken("", "", "90"));
		return page(actor, model);
	}

	@PostMapping
	@PreAuthorize("hasAuthority('OWN_TOKENS')")
	ModelAndView make(@Valid @ModelAttribute("form") NewToken form, BindingResult binding, Actor actor, Model model,
			HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		if (!binding.hasErrors()) {
			try {
				String secret = this.tokens.make(actor.name(), form.name(), Role.of(form.role()), form.lifetime(),
						actor);
				return new ModelAndView(made(secret, form.name(), actor, model));
			}
			catch (TokenRefusedException ex) {
				switch (ex.getReason()) {
					case NAME -> binding.rejectValue("name", "access.token.taken");
					case ROLE -> binding.rejectValue("role", "access.token.role-too-high");
					case NUMBER -> binding.rejectValue("name", "access.token.too-many");
				}
			}
		}
		return new ModelAndView(page(actor, model), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@PostMapping("/{id}/revocation")
	@PreAuthorize("hasAuthority('OWN_TOKENS')")
	String revoke(@PathVariable UUID id, Actor actor, RedirectAttributes redirect) {
		this.tokens.revoke(id, actor);
		Flash.success(redirect, "access.token.revoked");
		return "redirect:/settings/tokens";
	}

	@ExceptionHandler
	ModelAndView unknown(UnknownTokenException ex) {
		return new ModelAndView("error/404", HttpStatus.NOT_FOUND);
	}

	// No redirect: the secret would have to be kept somewhere until the next request, and
	// that one may reach another replica.
	private String made(String secret, String name, Actor actor, Model model) {
		model.addAttribute("secret", secret);
		model.addAttribute("flash", new Flash(Flash.Level.SUCCESS, "access.token.made", List.of(name)));
		return list(actor, model);
	}

	private String page(Actor actor, Model model) {
		boolean everybody = actor.may(Permission.ADMINISTER);
		Role limit = this.users.find(actor.name()).orElseThrow().role();
		model.addAttribute("everybody", everybody);
		model.addAttribute("tokens", everybody ? this.tokens.all() : this.tokens.of(actor.name()));
		model.addAttribute("now", this.clock.instant());
		model.addAttribute("roles", this.roles.within(limit));
		model.addAttribute("lifetimes", lifetimes());
		return "access/tokens";
	}

	private static List<Option> lifetimes() {
		return Stream.of("7", "30", "90", "365").map((days) -> new Option(days, days + " days")).toList();
	}

	/** A token as typed. */
	record NewToken(
			@Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}", message = "{access.token.name.pattern}") String name,
			@Pattern(regexp = Roles.PATTERN, message = "{access.role.required}") String role,
			@Pattern(regexp = "7|30|90|365", message = "{access.token.days.required}") String days) {

		NewToken {
			name = Objects.requireNonNullElse(name, "");
			role = Objects.requireNonNullElse(role, "");
			days = Objects.requireNonNullElse(days, "");
		}

		Duration lifetime() {
			return Duration.ofDays(Long.parseLong(this.days));
		}

	}

}
