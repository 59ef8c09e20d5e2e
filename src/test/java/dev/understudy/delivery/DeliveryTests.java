package dev.understudy.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import dev.understudy.definition.Definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A submission on its way, in all the weathers that end well.
 */
class DeliveryTests extends DeliverySetting {

	@Test
	void aSubmissionWithoutFaultsCostsOneLookAndOneCall() {
		OperationView view = this.submissions.endOf(this.submissions.submit("plain"));
		assertThat(view.operation().state()).isEqualTo(OperationState.CONFIRMED);
		assertThat(view.operation().arn()).endsWith("inference-experiment/plain");
		assertThat(view.attempts()).singleElement()
			.satisfies((it) -> assertThat(it.answer().kind()).isEqualTo(Answer.Kind.ACCEPTED))
			.satisfies((it) -> assertThat(it.answer().awsRequestId()).isNotBlank());
		assertThat(this.submissions.calls().looks("plain")).isEqualTo(1);
		assertThat(this.submissions.calls().creates("plain")).isEqualTo(1);
		assertThat(this.submissions.calls().tagLooks("plain")).isZero();
		assertThat(this.submissions.outcomes(view)).singleElement()
			.isEqualTo(new OperationOutcome.Confirmed(view.operation().id(), view.operation().experimentId(),
					OperationType.CREATE, view.operation().arn(), null,
					view.attempts().getFirst().answer().awsRequestId()));
		assertThat(this.submissions.actions(view)).containsExactly("operation.asked", "operation.confirmed");
	}

	@Test
	void whatIsCreatedCarriesBothReservedTags() {
		OperationView view = this.submissions.endOf(this.submissions.submit("tagged"));
		JsonNode tags = created("tagged").getFirst().path("input").path("Tags");
		assertThat(tags).anySatisfy((tag) -> {
			assertThat(tag.path("Key").asString()).isEqualTo(Operation.OWNER_TAG);
			assertThat(tag.path("Value").asString()).isEqualTo(view.operation().ownerTag());
		}).anySatisfy((tag) -> {
			assertThat(tag.path("Key").asString()).isEqualTo(Operation.HASH_TAG);
			assertThat(tag.path("Value").asString()).isEqualTo(view.operation().sha256());
		});
	}

	@Test
	void anAnswerLostAfterTheActIsFoundByItsTag() {
		this.sageMaker.fault(CREATE, "drop-after-acting", Map.of("name", "lost-answer"));
		OperationView view = this.submissions.endOf(this.submissions.submit("lost-answer"));
		assertThat(view.operation().state()).isEqualTo(OperationState.CONFIRMED);
		assertThat(view.attempts()).singleElement()
			.satisfies((it) -> assertThat(it.answer().kind()).isEqualTo(Answer.Kind.UNCLEAR));
		assertThat(created("lost-answer")).hasSize(1);
	}

	@Test
	void aRequestLostBeforeTheActIsSentAgain() {
		this.sageMaker.fault(CREATE, "drop", Map.of("name", "lost-request"));
		OperationView view = this.submissions.endOf(this.submissions.submit("lost-request"));
		assertThat(view.operation().state()).isEqualTo(OperationState.CONFIRMED);
		assertThat(view.attempts()).hasSize(2);
		assertThat(created("lost-request")).hasSize(1);
	}

	@Test
	void resourceInUseForOurOwnSuccessIsConfirmed() {
		this.sageMaker.fault(CREATE, "error",
				Map.of("name", "doubled", "code", "ResourceInUse", "message", "Taken", "acting", true));
		OperationView view = this.submissions.endOf(this.submissions.submit("doubled"));
		assertThat(view.operation().state()).isEqualTo(OperationState.CONFIRMED);
		assertThat(created("doubled")).hasSize(1);
	}

	@Test
	void threeRequestsWithoutAnAnswerEndWhenTheyAreSettled() {
		this.sageMaker.fault(CREATE, "http-500", Map.of("name", "unanswered", "times", 9));
		OperationView view = this.submissions.endOf(this.submissions.submit("unanswered"));
		assertThat(view.operation().state()).isEqualTo(OperationState.REJECTED);
		assertThat(view.operation().error().code()).isEqualTo("no-answer");
		assertThat(view.attempts()).hasSize(3);
		assertThat(view.operation().endedAt()).isAfter(view.attempts().getLast().sentAt().plusSeconds(4));
	}

	@Test
	void aNameSomebodyElseTookIsAConflict() {
		UUID first = this.submissions.submit("taken");
		this.submissions.endOf(first);
		this.submissions.forget(first);
		OperationView view = this.submissions.endOf(this.submissions.submit("taken"));
		assertThat(view.operation().state()).isEqualTo(OperationState.CONFLICT);
		assertThat(view.operation().error().code()).isEqualTo("name-taken");
		assertThat(view.attempts()).isEmpty();
		assertThat(created("taken")).hasSize(1);
	}

	@Test
	void cancellingBeforeAnythingWasSentEndsItAtOnce() {
		this.submissions.pause();
		UUID id = this.submissions.submit("cancelled-early");
		this.submissions.awaitWaiting(id, WaitingFor.Kind.PAUSE);
		this.operations.cancel(id, Submissions.ADA);
		OperationView view = this.operations.get(id);
		assertThat(view.operation().state()).isEqualTo(OperationState.CANCELLED);
		assertThat(this.submissions.actions(view)).containsExactly("operation.asked", "operation.cancelled");
		assertThat(created("cancelled-early")).isEmpty();
	}

	@Test
	void cancellingAfterSendingWaitsUntilItIsSettled() {
		this.sageMaker.fault(CREATE, "throttle", Map.of("name", "cancelled-late", "times", 100));
		UUID id = this.submissions.submit("cancelled-late");
		this.submissions.awaitAttempt(id);
		this.operations.cancel(id, Submissions.ADA);
		OperationView view = this.submissions.endOf(id);
		assertThat(view.operation().state()).isEqualTo(OperationState.CANCELLED);
		assertThat(view.operation().endedAt()).isAfter(view.attempts().getLast().sentAt().plusSeconds(4));
		assertThat(this.submissions.actions(view)).containsExactly("operation.asked", "operation.cancel-asked",
				"operation.cancelled");
	}

	@Test
	void cancellingWhatWasCreatedMeanwhileSaysThatItWasTooLate() {
		this.sageMaker.fault(CREATE, "delay-answer", Map.of("name", "too-late", "millis", 1500));
		UUID id = this.submissions.submit("too-late");
		this.submissions.awaitAttempt(id);
		this.operations.cancel(id, Submissions.ADA);
		OperationView view = this.submissions.endOf(id);
		assertThat(view.operation().state()).isEqualTo(OperationState.CONFIRMED);
		assertThat(this.submissions.outcomes(view)).singleElement()
			.isInstanceOfSatisfying(OperationOutcome.Confirmed.class,
					(it) -> assertThat(it.awsRequestId()).isNotBlank());
	}

	@Test
	void aPausedGateIsWaitedFor() {
		this.submissions.pause();
		UUID id = this.submissions.submit("paused");
		this.submissions.awaitWaiting(id, WaitingFor.Kind.PAUSE);
		assertThat(this.operations.get(id).attempts()).isEmpty();
		this.submissions.open();
		assertThat(this.submissions.endOf(id).operation().state()).isEqualTo(OperationState.CONFIRMED);
	}

	@Test
	void aClosedGateEndsItWithoutALook() {
		Definition definition = Submissions.definition("closed", "arn:aws:iam::111122223333:role/not-listed",
				Duration.ofHours(2));
		OperationView view = this.submissions.endOf(this.submissions.submit(definition));
		assertThat(view.operation().state()).isEqualTo(OperationState.REJECTED);
		assertThat(view.operation().error().code()).isEqualTo("role-not-allowed");
		assertThat(this.submissions.calls().looks("closed")).isZero();
	}

	@Test
	void aStartThatPassedInTheQueueGoesBackToAPerson() {
		Definition definition = Submissions.definition("passed", Submissions.ROLE, Duration.ofMinutes(-16));
		OperationView view = this.submissions.endOf(this.submissions.submit(definition));
		assertThat(view.operation().error().code()).isEqualTo("start-passed");
	}

	@Test
	void aNameIsHeldUntilItsExperimentIsGone() {
		UUID first = this.submissions.submit("Held");
		OperationView held = this.submissions.endOf(first);
		assertThatExceptionOfType(NameHeldException.class).isThrownBy(() -> this.submissions.submit("held"))
			.satisfies((ex) -> assertThat(ex.operationId()).isEqualTo(first));
		this.operations.nameFreed(held.operation().experimentId());
		this.submissions.endOf(this.submissions.submit("held"));
	}

	@Test
	void anExperimentHasOneUnfinishedOperation() {
		this.submissions.pause();
		UUID experiment = UUID.randomUUID();
		UUID first = this.submissions.submit(experiment, "first-of-two");
		assertThatExceptionOfType(OperationInFlightException.class)
			.isThrownBy(() -> this.submissions.submit(experiment, "second-of-two"))
			.satisfies((ex) -> assertThat(ex.operationId()).isEqualTo(first));
	}

	@Test
	void theSecondLookFindsWhatNobodySawAtFirst() {
		this.sageMaker.fault(DESCRIBE, "error",
				Map.of("name", "unseen", "code", "ResourceNotFound", "message", "Not there", "times", 3));
		this.sageMaker.fault(CREATE, "error",
				Map.of("name", "unseen", "code", "AccessDeniedException", "message", "No", "acting", true));
		OperationView view = this.submissions.endOf(this.submissions.submit("unseen"));
		assertThat(view.operation().state()).isEqualTo(OperationState.REJECTED);
		this.sageMaker.clearFaults();
		this.submissions.await(() -> this.operations.get(view.operation().id()).operation().orphanArn() != null);
		assertThat(this.submissions.actions(view)).endsWith("operation.rejected", "operation.orphaned");
		assertThat(this.operations.get(view.operation().id()).operation().state()).isEqualTo(OperationState.REJECTED);
	}

	@Test
	void anUnfinishedOperationWithoutAJobIsWoken() {
		this.submissions.pause();
		UUID id = this.submissions.submit("woken");
		this.submissions.awaitWaiting(id, WaitingFor.Kind.PAUSE);
		this.submissions.loseJob(id);
		this.submissions.open();
		this.submissions.sweep();
		assertThat(this.submissions.endOf(id).operation().state()).isEqualTo(OperationState.CONFIRMED);
	}

}
