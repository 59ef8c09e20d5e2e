package dev.understudy.experiment;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import dev.understudy.actor.Actor;
import dev.understudy.actor.Role;
import dev.understudy.definition.Definition.Tag;
import dev.understudy.definition.Draft;
import dev.understudy.delivery.Difference;
import dev.understudy.delivery.OperationError;
import dev.understudy.delivery.OperationType;
import dev.understudy.delivery.WaitingFor;
import dev.understudy.experiment.StopOrder.Action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ChangeOutcomesTests extends ChangingTests {

	@Test
	void aConfirmedStartIsWorthALookAndLeavesTheRestAsItWas() {
		UUID id = live("Created");
		this.lifecycle.start(id, AUTHOR);
		this.delivery.confirm(id);
		assertThat(get(id).getPhase()).isEqualTo(Phase.LIVE);
		assertThat(get(id).getPending()).isNull();
		assertThat(last(id).what()).isEqualTo(ExperimentEvent.What.STARTED);
		assertThat(last(id).what().isWorthALook()).isTrue();
	}

	@Test
	void howSomebodyDecidedStaysWithWhatEnded() {
		UUID id = live("Running");
		this.lifecycle.stop(id, StopOrder.of(Action.PROMOTE, "p99 is lower"), Actors.user("second", Role.AUTHOR));
		assertThat(this.delivery.last(id).payload()).contains("\"shadow\":\"Promote\"", "\"Reason\":\"p99 is lower\"");
		this.sightings.sighted(id, Described.as("Completed", 9, Described.usual()));
		this.delivery.confirm(id);
		assertThat(get(id).getPhase()).isEqualTo(Phase.ENDED);
		assertThat(get(id).getStopped()).isEqualTo(new Stopped(Action.PROMOTE, "author", "p99 is lower"));
		assertThat(last(id).what()).isEqualTo(ExperimentEvent.What.STOPPED);
		assertThat(last(id).reason()).isEqualTo("p99 is lower");
	}

	@Test
	void aConfirmedUpdateBecomesARevisionOfWhoAskedAndIsNoDrift() {
		UUID id = live("Running");
		this.lifecycle.update(id, named(id, Described.sampling(40)), AUTHOR);
		assertThat(this.delivery.last(id).payload())
			.isEqualTo("{\"asked\":{\"ShadowModeConfig\":%s},\"seen\":{\"ShadowModeConfig\":%s}}"
				.formatted(shadowMode(Described.sampling(40)), shadowMode(Described.usual())));
		assertThat(this.experiments.get(id).revision().number()).isEqualTo(1);
		this.delivery.confirm(id);
		Revision revision = this.experiments.get(id).revision();
		assertThat(revision.number()).isEqualTo(2);
		assertThat(revision.author()).isEqualTo("author");
		assertThat(revision.draft().samplingPercentage()).hasValue(40);
		assertThat(get(id).getOutline().sampling()).isEqualTo(40);
		assertThat(last(id).what()).isEqualTo(ExperimentEvent.What.UPDATED);
		assertThat(last(id).actor().kind()).isEqualTo(Actor.Kind.SYSTEM);
		this.sightings.sighted(id, Described.as("Running", 30, Described.sampling(40)));
		assertThat(get(id).getDrift()).isEmpty();
	}

	@Test
	void aNewEndIsShownAtOnceAndKeepsTheStart() {
		UUID id = live("Running");
		this.lifecycle.update(id, Draft.parse("{\"Schedule\":{\"EndTime\":\"2026-12-09T09:00:00Z\"}}"), AUTHOR);
		this.delivery.confirm(id);
		assertThat(get(id).getOutline().endTime()).isEqualTo("2026-12-09T09:00:00Z");
		assertThat(get(id).getOutline().startTime()).isEqualTo("2026-12-01T09:00:00Z");
		assertThat(this.lifecycle.known(id).endTime())
			.hasValueSatisfying((end) -> assertThat(end).isEqualTo("2026-12-09T09:00:00Z"));
		assertThat(get(id).getDrift()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "START", "STOP", "UPDATE", "TAG" })
	void aChangeThatFailsLeavesItLive(OperationType change) {
		for (boolean drift : new boolean[] { true, false }) {
			UUID id = live((change == OperationType.START) ? "Created" : "Running");
			Revision before = this.experiments.get(id).revision();
			ask(id, change);
			if (drift) {
				this.delivery.drift(id);
			}
			else {
				this.delivery.reject(id, "ValidationException");
			}
			assertThat(get(id).getPhase()).isEqualTo(Phase.LIVE);
			assertThat(get(id).getPending()).isNull();
			assertThat(get(id).getStopped()).isNull();
			assertThat(this.experiments.get(id).revision()).isEqualTo(before);
			assertThat(last(id).action()).endsWith("-asked");
		}
	}

	@Test
	void confirmedTagsBecomeARevision() {
		UUID id = live("Running");
		this.lifecycle.tag(id, List.of(new Tag("team", "fraud")), List.of(), AUTHOR);
		this.delivery.confirm(id);
		assertThat(this.experiments.get(id).revision().draft().at("/Tags").toString())
			.isEqualTo("[{\"Key\":\"team\",\"Value\":\"fraud\"}]");
		assertThat(get(id).getOutline().tags()).contains("team=fraud");
		assertThat(last(id).what()).isEqualTo(ExperimentEvent.What.TAGGED);
		assertThat(this.lifecycle.known(id).at("/Tags/0/Value").stringValue()).isEqualTo("fraud");
		assertThatExceptionOfType(NothingToChangeException.class)
			.isThrownBy(() -> this.lifecycle.tag(id, List.of(new Tag("team", "fraud")), List.of(), AUTHOR));
		assertThatExceptionOfType(DefinitionRefusedException.class)
			.isThrownBy(() -> this.lifecycle.tag(id, List.of(new Tag("aws:x", "y")), List.of(), AUTHOR));
	}

	@Test
	void aDeletedOneHasEndedAndItsNameIsFree() {
		UUID id = live("Created");
		this.lifecycle.delete(id, AUTHOR);
		this.delivery.confirm(id);
		assertThat(get(id).getPhase()).isEqualTo(Phase.ENDED);
		assertThat(get(id).getEnded()).isNotNull().extracting(Ended::how).isEqualTo(Ending.DELETED);
		assertThat(this.delivery.freed()).contains(id);
		assertThat(last(id).what()).isEqualTo(ExperimentEvent.What.DELETED);
		assertThat(
				catchThrowableOfType(IllegalPhaseException.class, () -> this.lifecycle.delete(id, AUTHOR)).hindrance())
			.isEqualTo(Hindrance.NOT_THERE);
	}

	@Test
	void tagsThatSomebodyElseChangedAreKnownFromThenOn() {
		UUID id = live("Running");
		this.lifecycle.tag(id, List.of(new Tag("team", "fraud")), List.of(), AUTHOR);
		this.delivery.drift(id, new Difference("/Tags/team", text("fraud"), null, text("risk")));
		assertThat(this.lifecycle.known(id).at("/Tags/0/Value").stringValue()).isEqualTo("risk");
		assertThat(last(id).what()).isEqualTo(ExperimentEvent.What.RETAGGED);
		this.lifecycle.tag(id, List.of(new Tag("team", "fraud")), List.of(), AUTHOR);
		assertThat(this.delivery.last(id).payload()).contains("\"seen\":{\"team\":\"risk\"}");
	}

	private static JsonNode text(String value) {
		return JsonNodeFactory.instance.stringNode(value);
	}

	@Test
	void anEndedOneIsDeletedAndTaggedButNothingElse() {
		UUID id = ended();
		for (OperationType change : List.of(OperationType.START, OperationType.STOP, OperationType.UPDATE)) {
			assertThatExceptionOfType(IllegalPhaseException.class).isThrownBy(() -> ask(id, change));
		}
		assertThatExceptionOfType(IllegalPhaseException.class).isThrownBy(() -> ask(id, OperationType.STOP))
			.withMessageContaining("promoting now is an ordinary endpoint update");
		ask(id, OperationType.TAG);
		this.delivery.confirm(id);
		this.lifecycle.delete(id, AUTHOR);
		assertThat(standing(id)).isEqualTo(Standing.DELETE_ASKED);
		this.delivery.confirm(id);
		assertThat(get(id).getEnded()).isNotNull().satisfies((ended) -> {
			assertThat(ended.how()).isEqualTo(Ending.COMPLETED);
			assertThat(ended.goneAt()).isNotNull();
		});
		assertThat(this.delivery.freed()).contains(id);
	}

	@ParameterizedTest
	@EnumSource(names = { "UPDATE", "STOP" })
	void aChangeOfWhatIsGoneTellsThatItIsGone(OperationType change) {
		UUID id = live("Running");
		ask(id, change);
		this.delivery.reject(id, OperationError.GONE);
		assertThat(get(id).getEnded()).isNotNull().extracting(Ended::how).isEqualTo(Ending.GONE);
		assertThat(this.delivery.freed()).contains(id);
		assertThat(last(id).what()).isEqualTo(ExperimentEvent.What.GONE);
	}

	@Test
	void aChangeThatIsHeldUpNeedsSomebody() {
		UUID id = live("Running");
		ask(id, OperationType.TAG);
		assertThat(standing(id)).isEqualTo(Standing.RUNNING);
		assertThat(attention()).doesNotContain(id);
		this.delivery.waits(id, new WaitingFor(WaitingFor.Kind.PERMISSION, "Allow it", false));
		assertThat(standing(id)).isEqualTo(Standing.WAITING_FOR_PERMISSION);
		assertThat(attention()).contains(id);
		this.delivery.confirm(id);
		assertThat(attention()).doesNotContain(id);
	}

}
