package dev.understudy.delivery;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.delivery.Decision.Apply;
import dev.understudy.delivery.Decision.Confirm;
import dev.understudy.delivery.Decision.Conflict;
import dev.understudy.delivery.Decision.Reject;
import dev.understudy.delivery.Decision.Wait;
import dev.understudy.sagemaker.ChangeRequest;

import static dev.understudy.delivery.ChangeSituations.definition;
import static dev.understudy.delivery.ChangeSituations.there;
import static dev.understudy.delivery.ChangeSituations.toUpdate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/** What is decided about an update. */
class UpdateDecisionsTests {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final String DESCRIBED_ANEW = "{\"Description\":\"Anew\"}";

	private static final String AS_IT_WAS = "{\"Description\":\"As it was\"}";

	private final ChangeDecisions decisions = new ChangeDecisions(Situations.SETTLING, new Obstacles(3), MINUTE);

	@Test
	void anUpdateThatReadsBackIsDone() {
		assertThat(decide(toUpdate(AS_IT_WAS, DESCRIBED_ANEW), there("Running"))).isInstanceOf(Confirm.class);
		assertThat(
				decide(toUpdate("{\"Schedule\":{\"EndTime\":\"2026-11-28T08:00:00.400Z\"}}", "{}"), there("Running")))
			.isInstanceOf(Confirm.class);
	}

	@Test
	void anUpdateSendsOnlyWhatDiffers() {
		ChangeSituations update = toUpdate("{\"Description\":\"Anew\",\"DataStorageConfig\":{}}", AS_IT_WAS);
		assertThat(sent(update, there("Running"))).isEqualTo(ChangeSituations.json(DESCRIBED_ANEW));
	}

	@Test
	void aRunningOneGetsItsEndAndOneThatWaitsGetsItsWholeSchedule() {
		String seen = "{\"Schedule\":{\"StartTime\":\"2026-11-25T08:00:00Z\",\"EndTime\":\"2026-11-28T08:00:00Z\"}}";
		String asked = seen.replace("11-28", "11-29");
		ObjectNode scheduled = definition();
		((ObjectNode) scheduled.path("Schedule")).put("StartTime", "2026-11-25T08:00:00Z");
		assertThat(sent(toUpdate("{\"Schedule\":{\"EndTime\":\"2026-11-29T08:00:00Z\"}}", seen), there("Running")))
			.isEqualTo(ChangeSituations.json("{\"Schedule\":{\"EndTime\":\"2026-11-29T08:00:00Z\"}}"));
		assertThat(sent(toUpdate("{\"Schedule\":{\"EndTime\":\"2026-11-29T08:00:00Z\"}}", seen),
				there("Created", scheduled)))
			.isEqualTo(ChangeSituations.json(asked));
	}

	@Test
	void aStartThatHasPassedIsNotSent() {
		ChangeSituations update = toUpdate("{\"Schedule\":{\"EndTime\":\"2026-11-29T08:00:00Z\"}}",
				"{\"Schedule\":{\"EndTime\":\"2026-11-28T08:00:00Z\"}}");
		assertThat(decide(update, there("Created"))).isInstanceOf(Wait.class);
	}

	@Test
	void whileItRunsOnlySomeMembersMayChange() {
		ObjectNode sampling = (ObjectNode) ChangeSituations.json("{}");
		sampling.set("ShadowModeConfig", definition().path("ShadowModeConfig"));
		String seen = sampling.toString();
		assertThat(decide(toUpdate(seen.replace("40", "80"), seen), there("Running"))).isInstanceOf(Apply.class);
		assertThat(rejection(decide(toUpdate(seen.replace("\"production\"", "\"shadow\""), seen), there("Running"))))
			.isEqualTo("not-allowed-now");
		assertThat(decide(toUpdate(seen.replace("\"production\"", "\"shadow\""), seen), there("Created")))
			.isInstanceOf(Apply.class);
	}

	@Test
	void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
		ObjectNode changed = definition().put("Description", "By hand");
		assertThat(decide(toUpdate(DESCRIBED_ANEW, AS_IT_WAS), there("Running", changed)))
			.asInstanceOf(type(Conflict.class))
			.satisfies((it) -> assertThat(it.error().code()).isEqualTo("drift"))
			.satisfies((it) -> assertThat(it.error().differences()).singleElement().satisfies((difference) -> {
				assertThat(difference.pointer()).isEqualTo("/Description");
				assertThat(difference.asked().asString()).isEqualTo("Anew");
				assertThat(difference.seen().asString()).isEqualTo("As it was");
				assertThat(difference.now().asString()).isEqualTo("By hand");
			}));
	}

	@Test
	void whatSomebodyElseChangedElsewhereDoesNotMatter() {
		ObjectNode changed = definition();
		((ObjectNode) changed.path("Schedule")).put("EndTime", "2026-11-30T08:00:00Z");
		assertThat(decide(toUpdate(DESCRIBED_ANEW, AS_IT_WAS), there("Running", changed))).isInstanceOf(Apply.class);
	}

	@Test
	void whatIsOverCannotBeUpdated() {
		assertThat(rejection(decide(toUpdate(DESCRIBED_ANEW, AS_IT_WAS).andSent(MINUTE), there("Completed"))))
			.isEqualTo("not-allowed-now");
	}

	@Test
	void whatReadsSoAlreadyIsNotDoneWhileAnEarlierRequestMayStillUndoIt() {
		assertThat(decide(toUpdate(AS_IT_WAS, DESCRIBED_ANEW).othersOpen(MINUTE), there("Running")))
			.isInstanceOf(Wait.class);
	}

	private Decision decide(ChangeSituations situation, Observation seen) {
		return this.decisions.decide(situation.row(), seen, ChangeSituations.NOW);
	}

	private Object sent(ChangeSituations update, Observation seen) {
		return assertThat(decide(update, seen)).asInstanceOf(type(Apply.class))
			.extracting(Apply::request)
			.asInstanceOf(type(ChangeRequest.Update.class))
			.actual()
			.members();
	}

	private static String rejection(Decision decision) {
		return assertThat(decision).asInstanceOf(type(Reject.class)).actual().error().code();
	}

}
