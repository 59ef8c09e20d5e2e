package dev.understudy.access.web;

import java.nio.charset.StandardCharsets;

import org.springframework.validation.BindingResult;

/** What a new password has to be. Longer than 72 bytes, bcrypt would not see the rest. */
final class Passwords {

	private static final int SHORTEST = 12;

	private static final int MOST_BYTES = 72;

	private Passwords() {
	}

	static void check(String password, BindingResult binding) {
		if (password.length() < SHORTEST) {
			binding.rejectValue("password", "access.password.short");
		}
		else if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
			binding.rejectValue("password", "access.password.long");
		}
	}

}
