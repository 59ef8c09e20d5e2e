package dev.understudy.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.understudy.delivery.Decision.Apply;
import dev.understudy.delivery.Decision.Cancel;
import dev.understudy.delivery.Decision.Confirm;
import dev.understudy.delivery.Decision.Conflict;
import dev.understudy.delivery.Decision.Reject;
import dev.understudy.delivery.Decision.Wait;
import dev.understudy.sagemaker.ChangeRequest;

import static dev.understudy.delivery.ChangeSituations.tagged;
import static dev.understudy.delivery.ChangeSituations.there;
import static dev.understudy.delivery.ChangeSituations.to;
import static dev.understudy.delivery.ChangeSituations.toTag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/** What is decided about a change of tags. */
class TagDecisionsTests {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final Duration SETTLED = Duration.ofMinutes(20);

	private static final String TEAM_AND_OLD = "{\"add\":[{\"Key\":\"team\",\"Value\":\"risk\"}],\"remove\":[\"old\"],\"seen\":{\"team\":\"fraud\",\"old\":\"1\"}}";

	private final ChangeDecisions decisions = new ChangeDecisions(Situations.SETTLING, new Obstacles(3), MINUTE);

	@Test
	void tagsAreTakenAwayBeforeOthersAreSet() {
		ChangeSituations tags = toTag(
				"{\"add\":[{\"Key\":\"team\",\"Value\":\"risk\"}],\"remove\":[\"old\"],\"seen\":{\"team\":\"fraud\",\"old\":\"1\"}}");
		assertThat(decide(tags, tagged("Updating", Map.of("team", "fraud", "old", "1"))))
			.isEqualTo(new Apply(new ChangeRequest.DeleteTags(ChangeSituations.ARN, List.of("old"))));
		tags.andAnswered("DeleteTags", Answer.Kind.ACCEPTED, MINUTE);
		assertThat(decide(tags, tagged("Updating", Map.of("team", "fraud", "old", "1")))).isInstanceOf(Wait.class);
		assertThat(decide(tags, tagged("Completed", Map.of("team", "fraud")))).asInstanceOf(type(Apply.class))
			.extracting((it) -> it.request().call())
			.isEqualTo("AddTags");
		assertThat(decide(tags, tagged("Completed", Map.of("team", "risk", "other", "2")))).isInstanceOf(Confirm.class);
	}

	@Test
	void aTagSomebodyElseChangedMeanwhileIsNotOverwritten() {
		ChangeSituations tags = toTag(
				"{\"add\":[{\"Key\":\"a/b\",\"Value\":\"risk\"}],\"remove\":[],\"seen\":{\"a/b\":\"fraud\"}}");
		assertThat(decide(tags, tagged("Running", Map.of("a/b", "payments")))).asInstanceOf(type(Conflict.class))
			.satisfies((it) -> assertThat(it.error().differences().getFirst().pointer()).isEqualTo("/Tags/a~1b"));
	}

	@Test
	void anOpenRequestKeepsTagsAndDeletesFromEndingEvenIfTheTestIsOver() {
		ChangeSituations tags = toTag("{\"add\":[{\"Key\":\"team\",\"Value\":\"risk\"}],\"seen\":{}}").andSent(MINUTE)
			.cancelled();
		assertThat(decide(tags, tagged("Completed", Map.of()))).isInstanceOf(Wait.class);
		assertThat(decide(to(OperationType.DELETE).andSent(MINUTE).cancelled(), there("Completed")))
			.isInstanceOf(Wait.class);
		assertThat(decide(to(OperationType.STOP).andSent(MINUTE).cancelled(), there("Completed")))
			.isInstanceOf(Cancel.class);
	}

	@Test
	void whatWasTakenAwayBeforeSomebodyCancelledIsTold() {
		ChangeSituations tags = toTag(TEAM_AND_OLD).andAnswered("DeleteTags", Answer.Kind.UNCLEAR, SETTLED).cancelled();
		assertThat(decide(tags, tagged("Running", Map.of("team", "fraud")))).asInstanceOf(type(Reject.class))
			.satisfies((it) -> assertThat(it.error().code()).isEqualTo(OperationError.PARTLY))
			.satisfies((it) -> assertThat(it.error().differences()).extracting(Difference::pointer)
				.containsExactly("/Tags/old"));
		assertThat(decide(tags, tagged("Running", Map.of("team", "fraud", "old", "1")))).isInstanceOf(Cancel.class);
	}

	@Test
	void whatWasTakenAwayBeforeTheRestWasRefusedIsTold() {
		ChangeSituations tags = toTag(TEAM_AND_OLD).andAnswered("DeleteTags", Answer.Kind.UNCLEAR, SETTLED)
			.andAnswered("AddTags", Answer.Kind.REFUSED, SETTLED);
		assertThat(decide(tags, tagged("Running", Map.of("team", "fraud")))).asInstanceOf(type(Reject.class))
			.satisfies((it) -> assertThat(it.error().code()).isEqualTo("Code"))
			.satisfies((it) -> assertThat(it.error().differences()).hasSize(1));
	}

	@Test
	void eachOfTheTwoCallsHasItsThreeTries() {
		ChangeSituations tags = toTag(TEAM_AND_OLD).andAnswered("DeleteTags", Answer.Kind.UNCLEAR, SETTLED)
			.andAnswered("AddTags", Answer.Kind.UNCLEAR, SETTLED)
			.andAnswered("AddTags", Answer.Kind.UNCLEAR, SETTLED);
		assertThat(decide(tags, tagged("Running", Map.of("team", "fraud")))).isInstanceOf(Apply.class);
		tags.andAnswered("AddTags", Answer.Kind.UNCLEAR, SETTLED);
		assertThat(rejection(decide(tags, tagged("Running", Map.of("team", "fraud"))))).isEqualTo("no-answer");
	}

	@Test
	void whatIsSoAlreadyIsNotDoneWhileAnEarlierRequestMayStillUndoIt() {
		assertThat(decide(toTag(TEAM_AND_OLD).othersOpen(MINUTE), tagged("Running", Map.of("team", "risk"))))
			.isInstanceOf(Wait.class);
		assertThat(decide(toTag(TEAM_AND_OLD), tagged("Running", Map.of("team", "risk")))).isInstanceOf(Confirm.class);
	}

	private Decision decide(ChangeSituations situation, Observation seen) {
		return this.decisions.decide(situation.row(), seen, ChangeSituations.NOW);
	}

	private static String rejection(Decision decision) {
		return assertThat(decision).asInstanceOf(type(Reject.class)).actual().error().code();
	}

}
