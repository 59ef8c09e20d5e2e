package dev.understudy.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An operation as programs see it.
 *
 * @param id its id
 * @param experimentId the experiment it belongs to
 * @param type what it changes
 * @param state how far it got
 * @param attempts how often it was sent
 * @param arn the ARN SageMaker gave, once confirmed
 * @param error why it ended without success
 * @param waitingFor what an unfinished one waits for
 * @param createdAt when it was asked for
 * @param endedAt when it ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OperationDocument(UUID id, UUID experimentId, String type, String state, int attempts,
		@Nullable String arn, @Nullable Failure error, @Nullable Waiting waitingFor, Instant createdAt,
		@Nullable Instant endedAt) {

	/**
	 * Writes an operation down.
	 * @param view the operation
	 * @return what programs see of it
	 */
	public static OperationDocument of(OperationView view) {
		Operation operation = view.operation();
		return new OperationDocument(operation.id(), operation.experimentId(), operation.type().id(),
				operation.state().id(), view.sent(), operation.arn(),
				Optional.ofNullable(operation.error()).map(Failure::of).orElse(null),
				Optional.ofNullable(operation.waitingFor()).map(Waiting::of).orElse(null), operation.createdAt(),
				operation.endedAt());
	}

	/**
	 * Why it ended without success.
	 *
	 * @param code AWS's error code or one of ours
	 * @param message AWS's words or ours
	 * @param requestId AWS's request id, where AWS answered
	 * @param difference where somebody else changed what was to be changed
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Failure(String code, String message, @Nullable String requestId,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Difference> difference) {

		public Failure {
			difference = List.copyOf(difference);
		}

		private static Failure of(OperationError error) {
			return new Failure(error.code(), error.message(), error.requestId(), error.differences());
		}

	}

	/**
	 * What it waits for.
	 *
	 * @param kind who or what can make it go on
	 * @param message what it is and what the remedy is
	 */
	public record Waiting(String kind, String message) {

		private static Waiting of(WaitingFor waitingFor) {
			return new Waiting(waitingFor.kind().id(), waitingFor.message());
		}

	}

}
