package dev.understudy.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.delivery.Observation.Described;
import dev.understudy.sagemaker.ChangeRequest;
import dev.understudy.sagemaker.ShadowTest;

/**
 * To be stopped the way that was asked for (AWS API: StopInferenceExperiment). That it is
 * over is not enough: the status does not tell promoting from discarding, so every stop
 * of ours carries a mark in its reason, which SageMaker shows as the status reason.
 */
final class StopGoal implements Goal {

	@Override
	public boolean isReached(ChangeRow row, Described seen) {
		ShadowTest test = seen.test();
		boolean stopped = test.isOver() || ShadowTest.STOPPING.equals(test.status());
		return stopped && (row.isAccepted() || isMarked(test.statusReason(), row.id()));
	}

	@Override
	public Optional<Decision> lost(ChangeRow row, Described seen) {
		ShadowTest test = seen.test();
		if (ShadowTest.CREATED.equals(test.status())) {
			// A start that this overtook may still take effect.
			return (row.othersOpenUntil() != null) ? Optional.empty() : Optional
				.of(new Decision.Reject(OperationError.ours("not-started", Sentences.say("not-started"))));
		}
		return test.isOver()
				? Optional.of(new Decision.Conflict(OperationError.ours("ended-already",
						Sentences.say("ended-already.stop", Reasons.end(test), Reasons.variants(test)))))
				: Optional.empty();
	}

	@Override
	public Optional<ChangeRequest> step(ChangeRow row, Described seen, Instant now) {
		if (!ShadowTest.RUNNING.equals(seen.test().status())) {
			return Optional.empty();
		}
		ObjectNode members = row.payload().asObject().deepCopy();
		members.put("Reason", (members.path("Reason").asString("") + mark(row.id())).strip());
		return Optional.of(new ChangeRequest.Stop(row.name(), members));
	}

	private static boolean isMarked(@Nullable String reason, UUID id) {
		return reason != null && reason.endsWith(mark(id).strip());
	}

	private static String mark(UUID id) {
		return " [understudy %s]".formatted(id);
	}

}
