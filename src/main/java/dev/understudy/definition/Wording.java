package dev.understudy.definition;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Puts findings into words. The texts stand in {@code definition/findings.properties}: by
 * rule id, or else by what is wrong, whatever the member.
 */
final class Wording {

	private final Severity severity;

	private final String rule;

	private final String pointer;

	private final Map<String, String> values = new HashMap<>();

	private Wording(Severity severity, String rule, String pointer) {
		this.severity = severity;
		this.rule = rule;
		this.pointer = pointer;
		String label = FindingLanguage.text(subject() + (Pointers.isItem(pointer) ? ".item" : "") + ".label");
		this.values.put("label", (label != null) ? label : subject());
	}

	static Wording error(String rule, String pointer) {
		return new Wording(Severity.ERROR, rule, pointer);
	}

	static Wording warning(String rule, String pointer) {
		return new Wording(Severity.WARNING, rule, pointer);
	}

	/**
	 * The value that stands for a name in braces.
	 */
	Wording with(String name, Object value) {
		this.values.put(name, value.toString());
		return this;
	}

	Finding build() {
		String message = textOf("message");
		if (message == null) {
			throw new IllegalStateException("No text for the rule " + this.rule);
		}
		String hint = textOf("hint");
		return new Finding(this.pointer, this.rule, this.severity, fill(message), (hint != null) ? fill(hint) : null);
	}

	private @Nullable String textOf(String part) {
		String own = FindingLanguage.text(this.rule + '.' + part);
		return (own != null) ? own : FindingLanguage.text(this.rule.substring(this.rule.indexOf('.') + 1) + '.' + part);
	}

	private String subject() {
		return this.rule.replaceFirst("\\..*", "");
	}

	/**
	 * Replaces the names in one pass, so that braces in a value stay as they are.
	 */
	private String fill(String template) {
		StringBuilder filled = new StringBuilder();
		int from = 0;
		for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
			int close = template.indexOf('}', open);
			String name = template.substring(open + 1, close);
			String value = this.values.get(name);
			if (value == null) {
				throw new IllegalStateException("The text for the rule %s wants {%s}".formatted(this.rule, name));
			}
			filled.append(template, from, open).append(value);
			from = close + 1;
		}
		return filled.append(template, from, template.length()).toString();
	}

}
