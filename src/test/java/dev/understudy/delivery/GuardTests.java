package dev.understudy.delivery;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.understudy.Aside;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Takes one guard away, and sees what goes wrong.
 */
@Aside
class GuardTests {

	@ParameterizedTest(name = "without {0}: {1}")
	@CsvSource(textBlock = """
			INTENT, 'cancelled, but ours stands there'
			INTENT_WHERE, a final state changed: cancelled became sending
			TAG, 'confirmed, but ours never existed'
			SETTLING, 'rejected, but ours stands there'
			SEND_GUARD, 'rejected, but ours stands there'
			IN_USE_WAIT, 'rejected, but ours stands there'
			THROTTLE_STAYS_OPEN, 'rejected, but ours stands there'
			CANCEL_LOOKS, 'cancelled, but ours stands there'
			UNREADABLE_IS_UNTOLD, 'conflict, but ours stands there'
			OTHER_ACCOUNT_IS_UNSEEN, 'rejected, but ours stands there'
			ONE_NAME, a second one of ours was accepted while the first one stood there
			ONE_WIRE_ATTEMPT, 'rejected, but ours stands there'
			CHOICE_IS_FORGOTTEN, 'conflict, but ours stands there'
			""")
	void aCreateNeedsIt(PlayGuard guard, String wrong) {
		assertThat(SearchBound.create(PlayRules.ticks(1, 2, 2).without(guard)).search().wrong()).isEqualTo(wrong);
	}

	@ParameterizedTest(name = "{1} without {0}: {3}")
	@CsvSource(nullValues = "-", textBlock = """
			INTENT, START, -, 'cancelled, but it is so'
			INTENT_WHERE, START, -, a final state changed: cancelled became sending
			SETTLING, START, -, 'rejected, but it is so'
			SEND_GUARD, START, -, 'rejected, but then it took effect'
			IN_USE_WAIT, START, -, 'rejected, but it is so'
			THROTTLE_STAYS_OPEN, START, -, 'rejected, but it is so'
			CANCEL_LOOKS, START, -, 'cancelled, but it is so'
			OTHER_ACCOUNT_IS_UNSEEN, DELETE, -, 'confirmed, but it was never so'
			ONE_WIRE_ATTEMPT, START, -, 'rejected, but it is so'
			NEXT_WAITS, UPDATE, UpdateInferenceExperiment, 'confirmed, but then an earlier operation undid it'
			NEXT_WAITS, DELETE, CreateInferenceExperiment, 'confirmed, but then an earlier operation undid it'
			CREATE_SHOWS, START, CreateInferenceExperiment, 'believed to be gone, but it stands there'
			MISSING_TWICE, START, -, 'believed to be gone, but it stands there'
			ACCEPTED_IS_NOT_DONE, UPDATE, -, 'rejected, but it is so'
			STOP_MARK, STOP, -, 'confirmed, but it was never so'
			""")
	void aChangeNeedsIt(PlayGuard guard, OperationType type, @Nullable String earlier, String wrong) {
		assertThat(SearchBound.change(type, earlier, PlayRules.ticks(1, 2, 1).without(guard)).search().wrong())
			.isEqualTo(wrong);
	}

	@Test
	void onlyTheFenceMayGo() {
		PlayRules rules = PlayRules.ticks(2, 2, 0).without(PlayGuard.FENCE);
		SearchReport create = SearchBound.create(rules).search();
		assertThat(create.isFlawless()).as(create.toString()).isTrue();
		SearchReport update = SearchBound.change(OperationType.UPDATE, PlayOfChange.UPDATE, rules).search();
		assertThat(update.isFlawless()).as(update.toString()).isTrue();
	}

}
