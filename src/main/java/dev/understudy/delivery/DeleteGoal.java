package dev.understudy.delivery;

import java.time.Instant;
import java.util.Optional;

import dev.understudy.delivery.Observation.Described;
import dev.understudy.sagemaker.ChangeRequest;
import dev.understudy.sagemaker.ShadowTest;

/**
 * To be gone (AWS API: DeleteInferenceExperiment). Reached only by not being there: what
 * is still described is not gone.
 */
final class DeleteGoal implements Goal {

	@Override
	public boolean isReached(ChangeRow row, Described seen) {
		return false;
	}

	@Override
	public Optional<Decision> lost(ChangeRow row, Described seen) {
		return ShadowTest.RUNNING.equals(seen.test().status())
				? Optional.of(new Decision.Reject(OperationError.ours("stop-first", Sentences.say("stop-first"))))
				: Optional.empty();
	}

	@Override
	public Optional<ChangeRequest> step(ChangeRow row, Described seen, Instant now) {
		boolean allowed = seen.test().isOver() || ShadowTest.CREATED.equals(seen.test().status());
		return allowed ? Optional.of(new ChangeRequest.Delete(row.name())) : Optional.empty();
	}

	@Override
	public boolean isSettledByTheEnd() {
		return false;
	}

}
