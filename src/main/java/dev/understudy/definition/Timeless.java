package dev.understudy.definition;

import java.time.Instant;
import java.util.List;

/**
 * The rules that hold a definition together whatever the moment and the target: those
 * that a frozen one must still pass when it is read back.
 */
final class Timeless {

	private static final DefinitionCheck CHECK = DefinitionCheck.timeless();

	private static final RuleContext ANYWHERE = new RuleContext(Instant.EPOCH, new TargetFacts("", "", "", List.of()),
			Purpose.CREATE);

	private Timeless() {
	}

	static List<Finding> findings(Draft draft) {
		return CHECK.findings(draft, ANYWHERE);
	}

}
