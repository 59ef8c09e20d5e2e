package dev.understudy.definition;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The test does not start in the past; a little is forgiven, because filling in,
 * reviewing and sending take time. What SageMaker does with a past start is unknown.
 */
final class StartPastRule implements DefinitionRule {

	private static final Duration FORGIVEN = Duration.ofMinutes(15);

	private static final String START_PAST = "schedule.start-past";

	@Override
	public Set<String> ids() {
		return Set.of(START_PAST);
	}

	@Override
	public Stream<Finding> judge(Draft draft, RuleContext context) {
		if (context.purpose() != Purpose.CREATE) {
			return Stream.empty();
		}
		Timing timing = Timing.of(draft, context);
		return timing.start()
			.filter((start) -> start.isBefore(timing.now().minus(FORGIVEN)))
			.map((start) -> timing.error(START_PAST, Timing.START))
			.stream();
	}

}
