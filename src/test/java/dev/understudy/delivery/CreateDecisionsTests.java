package dev.understudy.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.understudy.delivery.Answer.Kind;
import dev.understudy.delivery.Decision.Cancel;
import dev.understudy.delivery.Decision.Confirm;
import dev.understudy.delivery.Decision.Conflict;
import dev.understudy.delivery.Decision.Look;
import dev.understudy.delivery.Decision.Reject;
import dev.understudy.delivery.Decision.Send;
import dev.understudy.delivery.Decision.Wait;

import static dev.understudy.delivery.Situations.NOW;
import static dev.understudy.delivery.Situations.absent;
import static dev.understudy.delivery.Situations.answered;
import static dev.understudy.delivery.Situations.foreign;
import static dev.understudy.delivery.Situations.neverSent;
import static dev.understudy.delivery.Situations.ours;
import static dev.understudy.delivery.Situations.sent;
import static dev.understudy.delivery.Situations.unseen;
import static dev.understudy.delivery.Situations.untagged;
import static dev.understudy.delivery.Situations.untold;
import static org.assertj.core.api.Assertions.assertThat;

class CreateDecisionsTests {

	private static final Duration JUST_NOW = Duration.ofSeconds(30);

	private static final Duration UNSETTLED = Duration.ofMinutes(20).minusNanos(1);

	private static final Duration SETTLED = Duration.ofMinutes(20);

	private final CreateDecisions decisions = new CreateDecisions(Situations.SETTLING, new Obstacles(3));

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void followsTheTable(String sentence, Situations situation, Observation seen, Class<? extends Decision> expected) {
		assertThat(decide(situation, seen)).isInstanceOf(expected);
	}

	static Stream<Arguments> followsTheTable() {
		return Stream.of(Stream.of(line("fresh: look first", neverSent(), new Observation.NotLooked(), Look.class),
				line("cancelled before anything: end without a look", neverSent().cancelled(),
						new Observation.NotLooked(), Cancel.class),
				line("gate closed before anything: end without a look", neverSent().gateClosed(),
						new Observation.NotLooked(), Reject.class),
				line("too late before anything: end without a look", neverSent().tooLate(), new Observation.NotLooked(),
						Reject.class),
				line("too late and paused: end without a look", neverSent().paused().tooLate(),
						new Observation.NotLooked(), Reject.class),
				line("paused before anything: wait", neverSent().paused(), new Observation.NotLooked(), Wait.class),
				line("sent and cancelled: look first", sent(JUST_NOW).cancelled(), new Observation.NotLooked(),
						Look.class),
				line("sent and gate closed: look first", sent(JUST_NOW).gateClosed(), new Observation.NotLooked(),
						Look.class)),
				absentLines(), foundLines(),
				Stream.of(line("nothing seen: wait", neverSent(), unseen(), Wait.class),
						line("nothing seen, settled and refused: wait", answered(Kind.REFUSED, SETTLED), unseen(),
								Wait.class),
						line("nothing seen, settled and cancelled: wait", sent(SETTLED).cancelled(), unseen(),
								Wait.class)))
			.flatMap((it) -> it);
	}

	private static Stream<Arguments> absentLines() {
		return Stream.of(line("not there: send", neverSent(), absent(), Send.class),
				line("one unanswered: send again", sent(JUST_NOW), absent(), Send.class),
				line("two unanswered: send again", sent(JUST_NOW).andAnswered(Kind.UNCLEAR, JUST_NOW), absent(),
						Send.class),
				line("three unanswered, unsettled: wait", threeUnanswered(UNSETTLED), absent(), Wait.class),
				line("three unanswered, settled: rejected", threeUnanswered(SETTLED), absent(), Reject.class),
				line("throttled is not counted", threeTimes(Kind.THROTTLED), absent(), Send.class),
				line("refused for now is not counted", threeTimes(Kind.REFUSED_FOR_NOW), absent(), Send.class),
				line("held back by the guard is not counted", threeTimes(Kind.NOT_SENT), absent(), Send.class),
				line("refused for good: rejected at once", answered(Kind.REFUSED, JUST_NOW), absent(), Reject.class),
				line("refused for good, another one open: wait", sent(UNSETTLED).andAnswered(Kind.REFUSED, JUST_NOW),
						absent(), Wait.class),
				line("refused for good, another one settled: rejected",
						sent(Duration.ofHours(1)).andAnswered(Kind.REFUSED, SETTLED), absent(), Reject.class),
				line("refused for good is never sent again, though a gate is paused",
						answered(Kind.REFUSED, JUST_NOW).paused(), absent(), Reject.class),
				line("in use just now: wait", answered(Kind.IN_USE, JUST_NOW), absent(), Wait.class),
				line("in use, two minutes not over: wait", answered(Kind.IN_USE, Duration.ofMinutes(2)), absent(),
						Wait.class),
				line("in use two minutes ago: send", answered(Kind.IN_USE, Duration.ofSeconds(121)), absent(),
						Send.class),
				line("in use just now and cancelled: wait", answered(Kind.IN_USE, JUST_NOW).cancelled(), absent(),
						Wait.class),
				line("in use two minutes ago and cancelled: cancelled",
						answered(Kind.IN_USE, Duration.ofSeconds(121)).cancelled(), absent(), Cancel.class),
				line("cancelled, open: wait", sent(UNSETTLED).cancelled(), absent(), Wait.class),
				line("cancelled, throttled: wait", answered(Kind.THROTTLED, UNSETTLED).cancelled(), absent(),
						Wait.class),
				line("cancelled, settled: cancelled", sent(SETTLED).cancelled(), absent(), Cancel.class),
				line("cancelled and refused for good: cancelled", answered(Kind.REFUSED, JUST_NOW).cancelled(),
						absent(), Cancel.class),
				line("gate closed, open: wait", sent(UNSETTLED).gateClosed(), absent(), Wait.class),
				line("gate closed, settled: rejected", sent(SETTLED).gateClosed(), absent(), Reject.class),
				line("gate closed since the claim: rejected", neverSent().gateClosed(), absent(), Reject.class),
				line("paused: wait", sent(SETTLED).paused(), absent(), Wait.class),
				line("too late, open: wait", sent(UNSETTLED).tooLate(), absent(), Wait.class),
				line("too late, settled: rejected", sent(SETTLED).tooLate(), absent(), Reject.class));
	}

	private static Stream<Arguments> foundLines() {
		return Stream.of(line("ours: confirmed", sent(JUST_NOW), ours(), Confirm.class),
				line("ours though cancelled: confirmed", sent(JUST_NOW).cancelled(), ours(), Confirm.class),
				line("ours though refused: confirmed", answered(Kind.REFUSED, JUST_NOW), ours(), Confirm.class),
				line("ours though too late: confirmed", sent(SETTLED).tooLate(), ours(), Confirm.class),
				line("ours though never sent: confirmed", neverSent(), ours(), Confirm.class),
				line("foreign, never sent: conflict", neverSent(), foreign(), Conflict.class),
				line("foreign, open: wait", sent(UNSETTLED), foreign(), Wait.class),
				line("foreign, in use just now: wait", answered(Kind.IN_USE, JUST_NOW), foreign(), Wait.class),
				line("foreign, in use two minutes ago: conflict", answered(Kind.IN_USE, Duration.ofSeconds(121)),
						foreign(), Conflict.class),
				line("foreign, settled: conflict", sent(SETTLED), foreign(), Conflict.class),
				line("foreign, settled, cancelled: cancelled", sent(SETTLED).cancelled(), foreign(), Cancel.class),
				line("foreign, open, cancelled: wait", sent(UNSETTLED).cancelled(), foreign(), Wait.class),
				line("untagged and other members: conflict", sent(SETTLED), untagged(false), Conflict.class),
				line("untagged, same members, never sent: conflict", neverSent(), untagged(true), Conflict.class),
				line("twin, open: wait", sent(UNSETTLED), untagged(true), Wait.class),
				line("twin, settled: a person", sent(SETTLED), untagged(true), Wait.class),
				line("twin, settled and cancelled: a person", sent(SETTLED).cancelled(), untagged(true), Wait.class),
				line("twin adopted: confirmed", sent(SETTLED).chosen(Choice.ADOPT), untagged(true), Confirm.class),
				line("twin refused: conflict", sent(SETTLED).chosen(Choice.REFUSE), untagged(true), Conflict.class),
				line("twin refused and cancelled: cancelled", sent(SETTLED).chosen(Choice.REFUSE).cancelled(),
						untagged(true), Cancel.class),
				line("adopting does not make a foreign one ours", sent(SETTLED).chosen(Choice.ADOPT), foreign(),
						Conflict.class),
				line("tags unreadable, open: wait", sent(UNSETTLED), untold(), Wait.class),
				line("tags unreadable, settled: wait", sent(SETTLED), untold(), Wait.class),
				line("tags unreadable, settled and cancelled: wait", sent(SETTLED).cancelled(), untold(), Wait.class),
				line("tags unreadable, never sent: wait", neverSent(), untold(), Wait.class),
				line("tags unreadable, never sent: nothing to adopt", neverSent().chosen(Choice.ADOPT), untold(),
						Wait.class),
				line("tags unreadable, adopted: confirmed", sent(SETTLED).chosen(Choice.ADOPT), untold(),
						Confirm.class),
				line("tags unreadable, refused: conflict", sent(SETTLED).chosen(Choice.REFUSE), untold(),
						Conflict.class));
	}

	@Test
	void aTwinCreatedBeforeTheFirstSendIsForeign() {
		Observation older = new Observation.Found(Situations.ARN, NOW.minus(Duration.ofHours(2)), true, Map.of());
		assertThat(decide(sent(SETTLED), older)).isInstanceOf(Conflict.class);
	}

	@Test
	void aTwinAsksAPersonForAChoice() {
		assertThat(decide(sent(SETTLED), untagged(true))).isInstanceOfSatisfying(Wait.class, (wait) -> {
			assertThat(wait.waitingFor().kind()).isEqualTo(WaitingFor.Kind.PERSON);
			assertThat(wait.waitingFor().choice()).isTrue();
		});
	}

	@Test
	void unreadableTagsAskForAChoiceOnlyWhenSomethingWasSent() {
		assertThat(decide(sent(SETTLED), untold())).isInstanceOfSatisfying(Wait.class,
				(wait) -> assertThat(wait.waitingFor().choice()).isTrue());
		assertThat(decide(neverSent(), untold())).isInstanceOfSatisfying(Wait.class,
				(wait) -> assertThat(wait.waitingFor().choice()).isFalse());
	}

	@Test
	void waitingLooksAtTheMomentItSettles() {
		assertThat(decide(sent(UNSETTLED), foreign())).isInstanceOfSatisfying(Wait.class,
				(wait) -> assertThat(wait.lookAt()).isEqualTo(NOW.plusNanos(1)));
	}

	@Test
	void waitingAfterInUseLooksWhenTwoMinutesAreOver() {
		assertThat(decide(answered(Kind.IN_USE, JUST_NOW), absent())).isInstanceOfSatisfying(Wait.class,
				(wait) -> assertThat(wait.lookAt()).isEqualTo(NOW.minus(JUST_NOW).plusSeconds(121)));
	}

	@Test
	void aRefusalCarriesTheWordsOfAws() {
		assertThat(decide(answered(Kind.REFUSED, JUST_NOW), absent())).isInstanceOfSatisfying(Reject.class,
				(reject) -> assertThat(reject.error()).isEqualTo(new OperationError("Code", "Words", "request", null)));
	}

	@Test
	void whoGotNoAnswerIsToldHowOften() {
		assertThat(decide(threeUnanswered(SETTLED).andAnswered(Kind.THROTTLED, SETTLED), absent()))
			.isInstanceOfSatisfying(Reject.class, (reject) -> assertThat(reject.error().message())
				.startsWith("3 of 4 attempts went without a clear answer"));
	}

	@Test
	void aConflictSaysWhose() {
		assertThat(decide(neverSent(), foreign())).isInstanceOfSatisfying(Conflict.class, (conflict) -> {
			assertThat(conflict.error().code()).isEqualTo("name-taken");
			assertThat(conflict.error().message()).contains("operation another of installation installation");
			assertThat(conflict.error().pointer()).isEqualTo("/Name");
		});
	}

	@Test
	void pausedWaitsForWhoeverPausedIt() {
		assertThat(decide(neverSent().paused(), new Observation.NotLooked())).isInstanceOfSatisfying(Wait.class,
				(wait) -> assertThat(wait.waitingFor()).isEqualTo(WaitingFor.pause("It is paused")));
	}

	private Decision decide(Situations situation, Observation seen) {
		return this.decisions.decide(situation.row(), seen, NOW);
	}

	private static Situations threeUnanswered(Duration last) {
		return sent(last.plusSeconds(60)).andSent(last.plusSeconds(30)).andAnswered(Kind.UNCLEAR, last);
	}

	private static Situations threeTimes(Kind kind) {
		return answered(kind, JUST_NOW).andAnswered(kind, JUST_NOW).andAnswered(kind, JUST_NOW);
	}

	private static Arguments line(String sentence, Situations situation, Observation seen,
			Class<? extends Decision> expected) {
		return Arguments.of(sentence, situation, seen, expected);
	}

}
