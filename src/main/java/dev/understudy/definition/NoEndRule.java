package dev.understudy.definition;

import java.util.Set;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * Warns that a test without an end runs for 7 days.
 */
final class NoEndRule implements DefinitionRule {

	private static final String NO_END = "schedule.no-end";

	@Override
	public Set<String> ids() {
		return Set.of(NO_END);
	}

	@Override
	public Stream<Finding> judge(Draft draft, RuleContext context) {
		boolean open = context.purpose() == Purpose.CREATE && isMissing(draft);
		return open ? Stream.of(Wording.warning(NO_END, Timing.END).build()) : Stream.empty();
	}

	private static boolean isMissing(Draft draft) {
		JsonNode schedule = draft.at("/Schedule");
		return schedule.isMissingNode() || (schedule.isObject() && schedule.path("EndTime").isMissingNode());
	}

}
