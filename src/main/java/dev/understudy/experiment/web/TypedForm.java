package dev.understudy.experiment.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

/** All that was typed into a form, to be sent again as it is. */
final class TypedForm {

	private static final Set<String> NOT_TYPED = Set.of("_csrf", "onto", "then");

	private TypedForm() {
	}

	static List<Entry> of(HttpServletRequest request) {
		List<Entry> typed = new ArrayList<>();
		request.getParameterMap().forEach((name, values) -> {
			if (!NOT_TYPED.contains(name)) {
				for (String value : values) {
					typed.add(new Entry(name, value));
				}
			}
		});
		return typed;
	}

	/**
	 * One field.
	 *
	 * @param name its name
	 * @param value its text
	 */
	record Entry(String name, String value) {

	}

}
