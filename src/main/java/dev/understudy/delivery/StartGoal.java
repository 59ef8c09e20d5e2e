package dev.understudy.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.understudy.delivery.Observation.Described;
import dev.understudy.sagemaker.ChangeRequest;
import dev.understudy.sagemaker.ShadowTest;

/**
 * To run now instead of at the time of the schedule (AWS API: StartInferenceExperiment).
 */
final class StartGoal implements Goal {

	private static final Set<String> STARTED = Set.of("Starting", ShadowTest.RUNNING);

	@Override
	public boolean isReached(ChangeRow row, Described seen) {
		ShadowTest test = seen.test();
		return STARTED.contains(test.status())
				|| (row.isAccepted() && (test.isOver() || ShadowTest.STOPPING.equals(test.status())));
	}

	@Override
	public Optional<Decision> lost(ChangeRow row, Described seen) {
		return seen.test().isOver()
				? Optional.of(new Decision.Conflict(
						OperationError.ours("ended-already", Sentences.say("ended-already", Reasons.end(seen.test())))))
				: Optional.empty();
	}

	@Override
	public Optional<ChangeRequest> step(ChangeRow row, Described seen, Instant now) {
		return ShadowTest.CREATED.equals(seen.test().status()) ? Optional.of(new ChangeRequest.Start(row.name()))
				: Optional.empty();
	}

}
