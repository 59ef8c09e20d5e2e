package dev.understudy.delivery.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.understudy.delivery.Answer;
import dev.understudy.delivery.Attempt;
import dev.understudy.delivery.Look;
import dev.understudy.delivery.Operation;
import dev.understudy.delivery.OperationState;
import dev.understudy.delivery.OperationType;
import dev.understudy.delivery.OperationView;

import static org.assertj.core.api.Assertions.assertThat;

class MomentTests {

	private static final UUID ID = UUID.fromString("019aab00-0000-7000-8000-000000000001");

	private static final Instant BEGIN = Instant.parse("2026-11-22T12:00:00Z");

	private static final Operation OPERATION = new Operation(ID, ID, OperationType.START, OperationState.QUEUED,
			"sandbox", "111122223333", "us-east-1", "fraud-v7-shadow", "{}", "0".repeat(64), ID, "ada", false, null,
			null, null, null, null, BEGIN, BEGIN.plusSeconds(86_400), null);

	@Test
	void whatIsHeldBackAgainAndAgainForOneReasonIsOneMoment() {
		List<Moment> moments = of(
				List.of(heldBack(1, "clock-off"), heldBack(2, "clock-off"), heldBack(3, "clock-off")));
		assertThat(moments).singleElement().satisfies((it) -> {
			assertThat(it.isRepeated()).isTrue();
			assertThat(it.times()).isEqualTo(3);
			assertThat(it.at()).isEqualTo(minute(1));
			assertThat(it.lastAt()).isEqualTo(minute(3));
			assertThat(it.attempt()).isEqualTo(heldBack(3, "clock-off"));
		});
	}

	@Test
	void anotherReasonOrALookBetweenIsAnotherMoment() {
		assertThat(of(List.of(heldBack(1, "clock-off"), heldBack(2, "other-account")))).hasSize(2);
		Look look = new Look(minute(2), minute(4), 3, "absent", "send", null, Duration.ofMillis(8));
		assertThat(of(List.of(heldBack(1, "clock-off"), heldBack(3, "clock-off")), look)).extracting(Moment::times)
			.containsExactly(1, 3, 1);
	}

	@Test
	void whatWasSentStandsAloneHoweverAlike() {
		assertThat(of(List.of(refused(1), refused(2)))).extracting(Moment::times).containsExactly(1, 1);
		assertThat(of(List.of(heldBack(1, "clock-off"), refused(2)))).hasSize(2);
	}

	private static List<Moment> of(List<Attempt> attempts, Look... looks) {
		return Moment.of(new OperationView(OPERATION, attempts, List.of(looks)));
	}

	private static Attempt heldBack(int n, String code) {
		return attempt(n, Answer.Kind.NOT_SENT, code);
	}

	private static Attempt refused(int n) {
		return attempt(n, Answer.Kind.THROTTLED, "ThrottlingException");
	}

	private static Attempt attempt(int n, Answer.Kind kind, String code) {
		return new Attempt(n, "StartInferenceExperiment", "Created", minute(n),
				new Answer(kind, minute(n), code, "Signed at minute " + n, null));
	}

	private static Instant minute(int n) {
		return BEGIN.plus(Duration.ofMinutes(n));
	}

}
