package dev.understudy.definition;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A test runs from 1 hour (AWS's console) to 30 days (AWS API: at most), counted from now
 * where no start is given. (Then {@link EndPastRule} tells that the end is too soon.)
 */
final class ScheduleLengthRule implements DefinitionRule {

	static final Duration SHORTEST = Definition.Schedule.SHORTEST;

	private static final Duration LONGEST = Definition.Schedule.LONGEST;

	private static final String TOO_SHORT = "schedule.too-short";

	private static final String TOO_LONG = "schedule.too-long";

	@Override
	public Set<String> ids() {
		return Set.of(TOO_SHORT, TOO_LONG);
	}

	@Override
	public Stream<Finding> judge(Draft draft, RuleContext context) {
		Timing timing = Timing.of(draft, context);
		return timing.length().stream().flatMap((length) -> judge(length, timing));
	}

	private static Stream<Finding> judge(Duration length, Timing timing) {
		if (length.compareTo(SHORTEST) < 0 && timing.start().isPresent()) {
			return Stream.of(timing.error(TOO_SHORT, Timing.END));
		}
		return (length.compareTo(LONGEST) > 0) ? Stream.of(timing.error(TOO_LONG, Timing.END)) : Stream.empty();
	}

}
