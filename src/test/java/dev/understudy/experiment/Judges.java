package dev.understudy.experiment;

import java.time.Instant;
import java.util.List;

import dev.understudy.definition.Contexts;
import dev.understudy.definition.DefinitionCheck;
import dev.understudy.definition.Finding;
import dev.understudy.definition.Purpose;
import dev.understudy.definition.RuleContext;

/** Judges by the rules of definitions. */
final class Judges {

	static final Instant NOW = Contexts.NOW;

	private Judges() {
	}

	static Judge of(Purpose purpose) {
		DefinitionCheck check = new DefinitionCheck(List.of());
		RuleContext context = Contexts.sandbox(NOW, purpose);
		return (draft) -> check.findings(draft, context);
	}

	/** Each error as rule@pointer. */
	static List<String> errors(List<Finding> findings) {
		return findings.stream().filter(Finding::forbids).map((it) -> it.rule() + '@' + it.pointer()).toList();
	}

}
