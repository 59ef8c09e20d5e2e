package dev.understudy.delivery;

import dev.understudy.sagemaker.SageMakerRefusal;

/**
 * Says what an operation waits for when SageMaker does not answer as hoped.
 */
final class Remedies {

	private Remedies() {
	}

	static WaitingFor of(SageMakerRefusal refusal, String permission, Operation operation) {
		return switch (refusal.kind()) {
			case DENIED -> WaitingFor.permission(Sentences.say("denied", refusal.getMessage(), permission));
			case CREDENTIALS -> WaitingFor.credentials(
					(refusal.awsRequestId() != null) ? Sentences.say("credentials.refused", refusal.getMessage())
							: Sentences.say("credentials.none", refusal.words()));
			case SIGNATURE -> WaitingFor.credentials(Sentences.say("signature", refusal.getMessage()));
			case NOT_FOUND -> WaitingFor.time(Sentences.say("tags-unknown"));
			case UNREACHABLE ->
				WaitingFor.time(Sentences.say("unreachable", refusal.words(), operation.region(), operation.target()));
			case THROTTLED -> WaitingFor.time(Sentences.say("throttled", refusal.getMessage()));
			default -> WaitingFor.time(Sentences.say("unsaid", refusal.getMessage()));
		};
	}

}
