package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import dev.understudy.delivery.Decision.Apply;
import dev.understudy.delivery.Decision.Confirm;
import dev.understudy.delivery.Decision.Wait;

import static dev.understudy.delivery.ChangeSituations.another;
import static dev.understudy.delivery.ChangeSituations.tagged;
import static dev.understudy.delivery.ChangeSituations.there;
import static dev.understudy.delivery.ChangeSituations.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/** When what is to be changed is gone, or is another one of the same name. */
class GoneDecisionsTests extends ChangeDeciding {

	@Test
	void isGoneOnlyIfItStaysMissing() {
		assertThat(decide(to(OperationType.DELETE), new Observation.Absent())).asInstanceOf(type(Wait.class))
			.extracting(Wait::lookAt)
			.isEqualTo(ChangeSituations.NOW.plus(MINUTE));
		assertThat(decide(to(OperationType.DELETE).missing(MINUTE.minusMillis(1)), new Observation.Absent()))
			.isInstanceOf(Wait.class);
		assertThat(decide(to(OperationType.DELETE).missing(MINUTE), new Observation.Absent()))
			.isEqualTo(new Confirm(ChangeSituations.ARN));
	}

	@Test
	void whatWasCreatedALittleWhileAgoIsNotBelievedToBeGone() {
		ChangeSituations young = to(OperationType.DELETE).missing(MINUTE).createdHere(Duration.ofMinutes(19));
		assertThat(decide(young, new Observation.Absent())).isInstanceOf(Wait.class);
		assertThat(decide(young, another())).isInstanceOf(Wait.class);
		assertThat(decide(young.andAnswered(Answer.Kind.ACCEPTED, MINUTE), new Observation.Absent()))
			.isInstanceOf(Confirm.class);
	}

	@Test
	void aLookThatMayBeTooOldToShowItDoesNotCountAsMissing() {
		Instant now = ChangeSituations.NOW;
		Observation absent = new Observation.Absent();
		ChangeRow young = to(OperationType.START).createdHere(Duration.ofMinutes(19)).row();
		assertThat(ChangeDecisions.missingSince(young, absent, now, now)).isNull();
		ChangeRow old = to(OperationType.START).createdHere(SETTLED).row();
		assertThat(ChangeDecisions.missingSince(old, absent, now, now.plusMillis(3))).isEqualTo(now.plusMillis(3));
		ChangeRow missing = to(OperationType.START).createdHere(SETTLED).missing(MINUTE).row();
		assertThat(ChangeDecisions.missingSince(missing, absent, now, now)).isEqualTo(now.minus(MINUTE));
		assertThat(ChangeDecisions.missingSince(missing, there("Created"), now, now)).isNull();
	}

	@ParameterizedTest
	@EnumSource(value = OperationType.class, names = { "CREATE", "DELETE" }, mode = Mode.EXCLUDE)
	void whatIsGoneCannotBeChanged(OperationType type) {
		assertThat(rejection(decide(aimless(type).missing(MINUTE), new Observation.Absent()))).isEqualTo("gone");
		assertThat(rejection(decide(aimless(type), another()))).isEqualTo("gone");
	}

	@Test
	void anotherOneOfThatNameIsNeverTouched() {
		assertThat(decide(to(OperationType.DELETE), another())).isEqualTo(new Confirm(ChangeSituations.ARN));
	}

	@Test
	void beforeItsTimeOfCreationIsKnownTheTagTellsWhichOneItIs() {
		ChangeSituations start = to(OperationType.START).knownByItsTag();
		assertThat(decide(start, tagged("Created", Map.of(Operation.OWNER_TAG, "installation/create"))))
			.isInstanceOf(Apply.class);
		assertThat(rejection(decide(start, tagged("Created", Map.of(Operation.OWNER_TAG, "installation/another")))))
			.isEqualTo("gone");
	}

}
