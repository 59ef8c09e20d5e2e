package dev.understudy.definition;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The test ends in the future, and a new one at least 1 hour from now. (An end too close
 * to the start given is for {@link ScheduleLengthRule} and {@link ScheduleOrderRule}.)
 */
final class EndPastRule implements DefinitionRule {

	private static final String END_PAST = "schedule.end-past";

	private static final String END_TOO_SOON = "schedule.end-too-soon";

	@Override
	public Set<String> ids() {
		return Set.of(END_PAST, END_TOO_SOON);
	}

	@Override
	public Stream<Finding> judge(Draft draft, RuleContext context) {
		if (context.purpose() == Purpose.TEMPLATE) {
			return Stream.empty();
		}
		Timing timing = Timing.of(draft, context);
		return timing.end().stream().flatMap((end) -> judge(end, timing));
	}

	private static Stream<Finding> judge(Instant end, Timing timing) {
		if (!end.isAfter(timing.now())) {
			return Stream.of(timing.error(END_PAST, Timing.END));
		}
		boolean tooSoon = timing.purpose() == Purpose.CREATE && isWithinAnHour(end, timing.now());
		boolean said = timing.start().filter((start) -> isWithinAnHour(end, start)).isPresent();
		return (tooSoon && !said) ? Stream.of(timing.error(END_TOO_SOON, Timing.END)) : Stream.empty();
	}

	private static boolean isWithinAnHour(Instant end, Instant begin) {
		return end.isBefore(begin.plus(ScheduleLengthRule.SHORTEST));
	}

}
