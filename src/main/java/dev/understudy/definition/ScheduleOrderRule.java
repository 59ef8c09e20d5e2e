package dev.understudy.definition;

import java.util.Set;
import java.util.stream.Stream;

/**
 * The test ends after it starts.
 */
final class ScheduleOrderRule implements DefinitionRule {

	private static final String END_BEFORE_START = "schedule.end-before-start";

	@Override
	public Set<String> ids() {
		return Set.of(END_BEFORE_START);
	}

	@Override
	public Stream<Finding> judge(Draft draft, RuleContext context) {
		Timing timing = Timing.of(draft, context);
		return timing.end()
			.filter((end) -> timing.start().filter((start) -> !end.isAfter(start)).isPresent())
			.map((end) -> timing.error(END_BEFORE_START, Timing.END))
			.stream();
	}

}
