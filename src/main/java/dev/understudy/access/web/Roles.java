package dev.understudy.access.web;

import java.util.Arrays;
import java.util.List;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.understudy.actor.Role;
import dev.understudy.shell.Option;

/** Roles as forms offer them, each with what it may do. */
@Component
class Roles {

	/** The spelling of every role, as a pattern. */
	static final String PATTERN = "viewer|author|reviewer|auditor|admin";

	private final MessageSource messages;

	Roles(MessageSource messages) {
		this.messages = messages;
	}

	List<Option> all() {
		return within(Role.ADMIN);
	}

	List<Option> within(Role limit) {
		return Arrays.stream(Role.values())
			.filter((role) -> role.isWithin(limit))
			.map((role) -> new Option(role.id(),
					this.messages.getMessage("access.role." + role.id(), null, LocaleContextHolder.getLocale())))
			.toList();
	}

}
