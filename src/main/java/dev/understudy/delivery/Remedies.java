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
			case DENIED -> WaitingFor.permission("AWS does not allow it: %s. Allow %s to the role Understudy runs as."
				.formatted(refusal.getMessage(), permission));
			case CREDENTIALS -> WaitingFor.credentials((refusal.awsRequestId() != null)
					? "AWS does not accept the credentials: %s. Renew them.".formatted(refusal.getMessage())
					: "There are no AWS credentials here: %s. Provide them by environment, profile or the role this machine runs as."
						.formatted(refusal.words()));
			case SIGNATURE ->
				WaitingFor.credentials("AWS does not accept the signature: %s. Set this machine's clock right."
					.formatted(refusal.getMessage()));
			case NOT_FOUND -> WaitingFor.time(
					"SageMaker describes it, but knows no tags of it: it may be about to vanish. It is looked at again.");
			case UNREACHABLE -> WaitingFor.time(
					"SageMaker cannot be reached: %s. Check region %s of target '%s', its endpoint and this machine's network. It is looked at again."
						.formatted(refusal.words(), operation.region(), operation.target()));
			case THROTTLED ->
				WaitingFor.time("SageMaker asks for patience: %s. It is tried again.".formatted(refusal.getMessage()));
			default ->
				WaitingFor.time("SageMaker did not say: %s. It is looked at again.".formatted(refusal.getMessage()));
		};
	}

}
