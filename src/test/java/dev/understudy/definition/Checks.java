package dev.understudy.definition;

import java.util.List;

/**
 * What the standard rules say, in one line, for tests to compare.
 */
final class Checks {

	static final DefinitionCheck STANDARD = new DefinitionCheck(List.of());

	private Checks() {
	}

	/**
	 * Each finding as {@code rule@pointer}.
	 */
	static List<String> of(Draft draft) {
		return of(draft, Contexts.sandbox(Contexts.NOW));
	}

	static List<String> of(Draft draft, RuleContext context) {
		return STANDARD.findings(draft, context).stream().map((it) -> it.rule() + '@' + it.pointer()).toList();
	}

	/**
	 * The only finding.
	 */
	static Finding one(Draft draft) {
		List<Finding> findings = STANDARD.findings(draft, Contexts.sandbox(Contexts.NOW));
		if (findings.size() != 1) {
			throw new AssertionError("One finding expected: " + findings);
		}
		return findings.getFirst();
	}

}
