package dev.understudy.access.web;

import java.util.Objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.access.LastAdminException;
import dev.understudy.access.UnknownUserException;
import dev.understudy.access.User;
import dev.understudy.access.UserNameTakenException;
import dev.understudy.access.Users;
import dev.understudy.actor.Actor;
import dev.understudy.actor.Role;
import dev.understudy.shell.Flash;

/** Users, for those who administer. */
@Controller
@RequestMapping("/settings/users")
@PreAuthorize("hasAuthority('ADMINISTER')")
class UserPages {

	private static final String USER = "redirect:/settings/users/{name}";

	private final Users users;

	private final Roles roles;

	UserPages(Users users, Roles roles) {
		this.users = users;
		this.roles = roles;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("form", new NewUser("", "viewer", ""));
		return listPage(model);
	}

	@PostMapping
	@PreAuthorize("hasAuthority('ADMINISTER')")
	ModelAndView create(@Valid @ModelAttribute("form") NewUser form, BindingResult binding, Actor actor, Model model,
			RedirectAttributes redirect) {
		Passwords.check(form.password(), binding);
		if (!binding.hasErrors()) {
			try {
				User made = this.users.create(form.name(), form.password(), Role.of(form.role()), actor);
				Flash.success(redirect, "access.user.made", made.name());
				return new ModelAndView("redirect:/settings/users");
			}
			catch (UserNameTakenException ex) {
				binding.rejectValue("name", "access.user.taken");
			}
		}
		return new ModelAndView(listPage(model), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@GetMapping("/{name}")
	String show(@PathVariable String name, Model model) {
		model.addAttribute("form", new NewPassword(""));
		return userPage(name, model);
	}

	@PostMapping("/{name}/role")
	@PreAuthorize("hasAuthority('ADMINISTER')")
	String changeRole(@PathVariable String name, @RequestParam @Pattern(regexp = Roles.PATTERN) String role,
			Actor actor, RedirectAttributes redirect) {
		this.users.changeRole(name, Role.of(role), actor);
		Flash.success(redirect, "access.user.role-changed", name, role);
		return USER;
	}

	@PostMapping("/{name}/enabled")
	@PreAuthorize("hasAuthority('ADMINISTER')")
	String enable(@PathVariable String name, @RequestParam boolean enabled, Actor actor, RedirectAttributes redirect) {
		this.users.enable(name, enabled, actor);
		Flash.success(redirect, enabled ? "access.user.enabled" : "access.user.disabled", name);
		return USER;
	}

	@PostMapping("/{name}/password")
	@PreAuthorize("hasAuthority('ADMINISTER')")
	ModelAndView resetPassword(@PathVariable String name, @ModelAttribute("form") NewPassword form,
			BindingResult binding, Actor actor, Model model, RedirectAttributes redirect) {
		Passwords.check(form.password(), binding);
		if (binding.hasErrors()) {
			return new ModelAndView(userPage(name, model), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.users.resetPassword(name, form.password(), actor);
		Flash.success(redirect, "access.user.password-reset", name);
		return new ModelAndView(USER);
	}

	@ExceptionHandler
	ModelAndView unknown(UnknownUserException ex) {
		return new ModelAndView("error/404", HttpStatus.NOT_FOUND);
	}

	@ExceptionHandler
	String lastAdmin(LastAdminException ex, RedirectAttributes redirect) {
		Flash.error(redirect, "access.user.last-admin");
		return "redirect:/settings/users";
	}

	private String listPage(Model model) {
		model.addAttribute("users", this.users.all());
		model.addAttribute("roles", this.roles.all());
		return "access/users";
	}

	private String userPage(String name, Model model) {
		model.addAttribute("user", this.users.find(name).orElseThrow(() -> new UnknownUserException(name)));
		model.addAttribute("roles", this.roles.all());
		return "access/user";
	}

	/** A user as typed. */
	record NewUser(@Pattern(regexp = Users.NAME, message = "{access.user.name.pattern}") String name,
			@Pattern(regexp = Roles.PATTERN, message = "{access.role.required}") String role, String password) {

		NewUser {
			name = Objects.requireNonNullElse(name, "");
			role = Objects.requireNonNullElse(role, "");
			password = Objects.requireNonNullElse(password, "");
		}

		@Override
		public String toString() {
			return "NewUser[name=%s, role=%s]".formatted(this.name, this.role);
		}

	}

	/** A password as typed. */
	record NewPassword(String password) {

		NewPassword {
			password = Objects.requireNonNullElse(password, "");
		}

		@Override
		public String toString() {
			return "NewPassword[]";
		}

	}

}
