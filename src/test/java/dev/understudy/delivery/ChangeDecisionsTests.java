package dev.understudy.delivery;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

import dev.understudy.delivery.Decision.Apply;
import dev.understudy.delivery.Decision.Cancel;
import dev.understudy.delivery.Decision.Confirm;
import dev.understudy.delivery.Decision.Conflict;
import dev.understudy.delivery.Decision.Wait;
import dev.understudy.sagemaker.ChangeRequest;

import static dev.understudy.delivery.ChangeSituations.there;
import static dev.understudy.delivery.ChangeSituations.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/** What delivery does about a change, for each thing it may see. */
class ChangeDecisionsTests extends ChangeDeciding {

	@ParameterizedTest
	@CsvSource({ "START, Created, StartInferenceExperiment", "STOP, Running, StopInferenceExperiment",
			"DELETE, Created, DeleteInferenceExperiment", "DELETE, Completed, DeleteInferenceExperiment",
			"DELETE, Cancelled, DeleteInferenceExperiment" })
	void sendsWhereTheStatusAllowsIt(OperationType type, String status, String call) {
		assertThat(decide(to(type), there(status))).asInstanceOf(type(Apply.class))
			.extracting((it) -> it.request().call())
			.isEqualTo(call);
	}

	@ParameterizedTest
	@EnumSource(value = OperationType.class, names = { "START", "STOP", "UPDATE", "DELETE" })
	void waitsForAStatusNobodyKnows(OperationType type) {
		assertThat(decide(aimless(type), there("Rebalancing"))).isInstanceOf(Wait.class);
	}

	@ParameterizedTest
	@CsvSource({ "STOP, Updating", "STOP, Starting", "STOP, Creating", "UPDATE, Updating", "UPDATE, Starting",
			"DELETE, Stopping", "DELETE, Creating", "START, Creating", "START, Updating", "START, Stopping",
			"STOP, Stopping" })
	void waitsWhileSomethingIsUnderWay(OperationType type, String status) {
		assertThat(decide(aimless(type), there(status))).isInstanceOf(Wait.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Starting", "Running" })
	void aStartIsDoneWhoeverDidIt(String status) {
		assertThat(decide(to(OperationType.START), there(status))).isEqualTo(new Confirm(ChangeSituations.ARN));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Stopping", "Completed", "Cancelled" })
	void aStartThatWasAcceptedIsDoneEvenIfItIsOverByNow(String status) {
		assertThat(decide(to(OperationType.START).andAnswered(Answer.Kind.ACCEPTED, MINUTE), there(status)))
			.isInstanceOf(Confirm.class);
	}

	@Test
	void whatEndedBeforeItWasStartedIsAConflict() {
		assertThat(decide(to(OperationType.START), there("Cancelled", "Capacity"))).isEqualTo(
				new Conflict(OperationError.ours("ended-already", "It had ended already as Cancelled: Capacity.")));
	}

	@Test
	void aStopIsProvenByTheMarkInItsReason() {
		String ours = "Better [understudy %s]".formatted(ChangeSituations.ID);
		assertThat(decide(to(OperationType.STOP).andSent(MINUTE), there("Stopping", ours))).isInstanceOf(Confirm.class);
		assertThat(decide(to(OperationType.STOP).andSent(MINUTE), there("Completed", ours)))
			.isInstanceOf(Confirm.class);
	}

	@Test
	void aStopThatWasAcceptedNeedsNoMark() {
		assertThat(decide(to(OperationType.STOP).andAnswered(Answer.Kind.ACCEPTED, MINUTE), there("Completed")))
			.isInstanceOf(Confirm.class);
	}

	@Test
	void whatSomebodyElseStoppedIsNeverTakenForOurStop() {
		Decision decision = decide(to(OperationType.STOP).andSent(MINUTE), there("Completed", "Done by hand"));
		assertThat(decision).asInstanceOf(type(Conflict.class))
			.extracting((it) -> it.error().code())
			.isEqualTo("ended-already");
		assertThat(decision.toString()).contains("production = fraud-v6", "update the endpoint itself");
	}

	@Test
	void whatHasNotStartedIsNotStopped() {
		assertThat(rejection(decide(to(OperationType.STOP), there("Created")))).isEqualTo("not-started");
	}

	@Test
	void everyStopCarriesTheMark() {
		ChangeSituations stop = to(OperationType.STOP)
			.carrying("{\"ModelVariantActions\":{\"shadow\":\"Promote\"},\"Reason\":\"Better\"}");
		assertThat(decide(stop, there("Running"))).asInstanceOf(type(Apply.class))
			.extracting(Apply::request)
			.asInstanceOf(type(ChangeRequest.Stop.class))
			.satisfies((it) -> assertThat(it.members().path("Reason").asString())
				.isEqualTo("Better [understudy %s]".formatted(ChangeSituations.ID)))
			.satisfies(
					(it) -> assertThat(it.members().at("/ModelVariantActions/shadow").asString()).isEqualTo("Promote"));
	}

	@Test
	void whatRunsIsNotDeleted() {
		assertThat(rejection(decide(to(OperationType.DELETE), there("Running")))).isEqualTo("stop-first");
	}

	@Test
	void anAcceptedRequestIsNeitherSentAgainNorGivenUpBeforeItMustShow() {
		ChangeSituations accepted = to(OperationType.START).andAnswered(Answer.Kind.ACCEPTED, SETTLED.minusSeconds(1));
		assertThat(decide(accepted, there("Created"))).isInstanceOf(Wait.class);
		assertThat(decide(accepted.cancelled(), there("Created"))).isInstanceOf(Wait.class);
		assertThat(decide(to(OperationType.START).andAnswered(Answer.Kind.ACCEPTED, SETTLED), there("Created")))
			.isInstanceOf(Apply.class);
	}

	@Test
	void whatIsAcceptedAgainAndAgainWithoutEffectIsGivenUp() {
		ChangeSituations fruitless = to(OperationType.START).andAnswered(Answer.Kind.ACCEPTED, SETTLED.multipliedBy(3))
			.andAnswered(Answer.Kind.ACCEPTED, SETTLED.multipliedBy(2))
			.andAnswered(Answer.Kind.ACCEPTED, SETTLED);
		assertThat(rejection(decide(fruitless, there("Created")))).isEqualTo("no-effect");
	}

	@Test
	void anUnansweredRequestIsSentAgainAtOnceButNotMoreThanThreeTimes() {
		ChangeSituations unanswered = to(OperationType.STOP).andSent(MINUTE).andSent(MINUTE);
		assertThat(decide(unanswered, there("Running"))).isInstanceOf(Apply.class);
		assertThat(decide(unanswered.andSent(MINUTE), there("Running"))).isInstanceOf(Wait.class);
		assertThat(rejection(
				decide(to(OperationType.STOP).andSent(SETTLED).andSent(SETTLED).andSent(SETTLED), there("Running"))))
			.isEqualTo("no-answer");
	}

	@Test
	void whatSageMakerDidNotAllowIsLookedAtForTwoMinutes() {
		ChangeSituations refused = to(OperationType.START).andAnswered(Answer.Kind.IN_USE, MINUTE);
		assertThat(decide(refused, there("Created"))).isInstanceOf(Wait.class);
		assertThat(decide(to(OperationType.START).andAnswered(Answer.Kind.IN_USE, MINUTE.multipliedBy(3)),
				there("Created")))
			.isInstanceOf(Apply.class);
	}

	@Test
	void whatSageMakerRefusedForGoodEndsOnceNothingElseIsOpen() {
		ChangeSituations refused = to(OperationType.STOP).andAnswered(Answer.Kind.REFUSED, MINUTE);
		assertThat(rejection(decide(refused, there("Running")))).isEqualTo("Code");
		assertThat(decide(to(OperationType.STOP).andSent(MINUTE).andAnswered(Answer.Kind.REFUSED, MINUTE),
				there("Running")))
			.isInstanceOf(Wait.class);
	}

	@Test
	void isNotSentWhileAnEarlierOperationMayStillUndoIt() {
		assertThat(decide(to(OperationType.START).othersOpen(MINUTE), there("Created"))).asInstanceOf(type(Wait.class))
			.extracting(Wait::lookAt)
			.isEqualTo(ChangeSituations.NOW.plus(MINUTE));
		assertThat(decide(to(OperationType.DELETE).othersOpen(MINUTE), there("Created"))).isInstanceOf(Wait.class);
	}

	@Test
	void onlyAStopGoesPastWhatIsOpen() {
		assertThat(decide(to(OperationType.STOP).othersOpen(MINUTE), there("Running"))).isInstanceOf(Apply.class);
	}

	@Test
	void isCancelledOnlyIfNothingCanComeOfItAnyMore() {
		assertThat(decide(to(OperationType.START).cancelled(), new Observation.NotLooked())).isInstanceOf(Cancel.class);
		assertThat(decide(to(OperationType.START).andSent(MINUTE).cancelled(), there("Created")))
			.isInstanceOf(Wait.class);
		assertThat(decide(to(OperationType.START).andSent(SETTLED).cancelled(), there("Created")))
			.isInstanceOf(Cancel.class);
		assertThat(decide(to(OperationType.START).andSent(MINUTE).cancelled(), there("Running")))
			.isInstanceOf(Confirm.class);
	}

	@Test
	void whatOurGuardAlwaysHeldBackIsCancelledWithoutALook() {
		assertThat(decide(to(OperationType.START).andAnswered(Answer.Kind.NOT_SENT, MINUTE).cancelled(),
				new Observation.NotLooked()))
			.isInstanceOf(Cancel.class);
		assertThat(rejection(decide(to(OperationType.START).andAnswered(Answer.Kind.NOT_SENT, MINUTE).tooLate(),
				new Observation.NotLooked())))
			.isEqualTo("too-late");
		assertThat(decide(to(OperationType.START).andAnswered(Answer.Kind.NOT_SENT, MINUTE).andSent(MINUTE).cancelled(),
				new Observation.NotLooked()))
			.isInstanceOf(Decision.Look.class);
	}

	@Test
	void pausesAndComesTooLateLikeACreate() {
		assertThat(decide(to(OperationType.START).paused(), new Observation.NotLooked())).isInstanceOf(Wait.class);
		assertThat(decide(to(OperationType.START).andSent(SETTLED).paused(), there("Created")))
			.isInstanceOf(Wait.class);
		assertThat(rejection(decide(to(OperationType.START).tooLate(), new Observation.NotLooked())))
			.isEqualTo("too-late");
	}

	@Test
	void aStopWaitsForTheStartThatItOvertook() {
		assertThat(decide(to(OperationType.STOP).othersOpen(MINUTE), there("Created"))).isInstanceOf(Wait.class);
	}

	@ParameterizedTest
	@EnumSource(value = OperationType.class, names = "CREATE", mode = Mode.EXCLUDE)
	void learnsNothingFromALookThatShowsNothing(OperationType type) {
		Stream.of(Situations.unseen(), Situations.untold())
			.forEach((seen) -> assertThat(decide(aimless(type), seen)).isInstanceOf(Wait.class));
	}

}
