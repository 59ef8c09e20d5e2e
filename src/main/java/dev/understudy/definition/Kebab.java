package dev.understudy.definition;

import java.util.Locale;

/**
 * Spells member names as rule ids do: {@code ModelName} is {@code model-name}.
 */
final class Kebab {

	private Kebab() {
	}

	static String of(String member) {
		return member.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
	}

}
