package dev.understudy.access.web;

import java.util.Locale;

import org.springframework.validation.BindingResult;

import dev.understudy.access.PasswordFault;

/** Tells at the field what is wrong with a new password. */
final class Passwords {

	private Passwords() {
	}

	static void check(String password, BindingResult binding) {
		PasswordFault.of(password)
			.ifPresent((fault) -> binding.rejectValue("password",
					"access.password." + fault.name().toLowerCase(Locale.ROOT)));
	}

}
