package dev.understudy.experiment.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

import dev.understudy.definition.DefinitionCheck;

/** The rules a definition is judged by, in words. */
final class RuleCatalog {

	private static final ResourceBundle TEXTS = ResourceBundle.getBundle("definition.findings", Locale.ROOT);

	private static final List<Rule> RULES = new DefinitionCheck(List.of()).ids()
		.stream()
		.map((id) -> new Rule(id, words(id)))
		.toList();

	private RuleCatalog() {
	}

	static List<Rule> rules() {
		return RULES;
	}

	/** The message of the rule without what is only known of a definition at hand. */
	private static String words(String id) {
		String wrong = id.substring(id.indexOf('.') + 1);
		String label = text(id.replaceFirst("\\..*", "") + ".label").orElse(id);
		return text(id + ".message").or(() -> text(wrong + ".message"))
			.orElse(id)
			.replace("{label}", label)
			.replaceAll(" ?(Given|It is now|Known): [^.]*\\{[^.]*\\.", "")
			.replaceAll("\\{[a-z-]+}", "…");
	}

	private static Optional<String> text(String key) {
		return TEXTS.containsKey(key) ? Optional.of(TEXTS.getString(key)) : Optional.empty();
	}

	/**
	 * A rule.
	 *
	 * @param id stable id
	 * @param words what it says
	 */
	record Rule(String id, String words) {

	}

}
