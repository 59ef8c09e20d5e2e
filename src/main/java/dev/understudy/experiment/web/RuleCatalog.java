package dev.understudy.experiment.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

import dev.understudy.definition.DefinitionCheck;
import dev.understudy.definition.FindingLanguage;

/** The rules a definition is judged by, in words. */
final class RuleCatalog {

	private static final List<String> IDS = List.copyOf(new DefinitionCheck(List.of()).ids());

	private RuleCatalog() {
	}

	static List<Rule> rules(Locale language) {
		ResourceBundle texts = FindingLanguage.texts(language);
		return IDS.stream().map((id) -> new Rule(id, words(id, texts))).toList();
	}

	/** The message of the rule without what is only known of a definition at hand. */
	private static String words(String id, ResourceBundle texts) {
		String wrong = id.substring(id.indexOf('.') + 1);
		String label = text(texts, id.replaceFirst("\\..*", "") + ".label").orElse(id);
		return text(texts, id + ".message").or(() -> text(texts, wrong + ".message"))
			.orElse(id)
			.replace("{label}", label)
			.replaceAll(" ?(Given|Angegeben|It is now|Jetzt ist es|Known): [^.]*\\{[^.]*\\.", "")
			.replaceAll("\\{[a-z-]+}", "…");
	}

	private static Optional<String> text(ResourceBundle texts, String key) {
		return texts.containsKey(key) ? Optional.of(texts.getString(key)) : Optional.empty();
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
