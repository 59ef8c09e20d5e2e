package dev.understudy.delivery;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Takes one guard away, and sees what goes wrong.
 */
class GuardTests {

	private static final PlayRules ALONE = PlayRules.ticks(1, 2, 2);

	@ParameterizedTest(name = "without {0}: {1}")
	@CsvSource({ "INTENT, 'cancelled, but ours stands there'",
			"INTENT_WHERE, 'a final state changed: cancelled became sending'",
			"TAG, 'confirmed, but ours never existed'", "SETTLING, 'rejected, but ours stands there'",
			"SEND_GUARD, 'rejected, but ours stands there'", "IN_USE_WAIT, 'rejected, but ours stands there'",
			"THROTTLE_STAYS_OPEN, 'rejected, but ours stands there'",
			"CANCEL_LOOKS, 'cancelled, but ours stands there'",
			"UNREADABLE_IS_UNTOLD, 'conflict, but ours stands there'",
			"OTHER_ACCOUNT_IS_UNSEEN, 'rejected, but ours stands there'",
			"ONE_NAME, 'a second one of ours was accepted while the first one stood there'",
			"ONE_WIRE_ATTEMPT, 'rejected, but ours stands there'",
			"CHOICE_IS_FORGOTTEN, 'conflict, but ours stands there'" })
	void aGuardIsNeeded(PlayGuard guard, String wrong) {
		assertThat(search(ALONE.without(guard)).wrong()).isEqualTo(wrong);
	}

	@Test
	void onlyTheFenceMayGo() {
		SearchReport report = search(PlayRules.ticks(2, 2, 0).without(PlayGuard.FENCE));
		assertThat(report.isFlawless()).as(report.toString()).isTrue();
	}

	private static SearchReport search(PlayRules rules) {
		return new Search<>(new PlayOfCreate(rules)).run();
	}

}
