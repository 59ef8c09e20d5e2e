package dev.understudy.experiment;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

import dev.understudy.actor.Actor;
import dev.understudy.actor.Permission;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.definition.Finding;
import dev.understudy.delivery.Operation;
import dev.understudy.delivery.OperationError;
import dev.understudy.delivery.OperationInFlightException;
import dev.understudy.delivery.OperationOutcome;
import dev.understudy.delivery.OperationType;
import dev.understudy.delivery.Subject;
import dev.understudy.experiment.StopOrder.Action;
import dev.understudy.target.Targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class LifecycleTests extends ChangingTests {

	@Autowired
	Adoptions adoptions;

	@Autowired
	Targets targets;

	@Test
	void aStartIsHandedOverWithWhichOneItIsAbout() {
		UUID id = live("Created");
		UUID operation = this.lifecycle.start(id, AUTHOR);
		Operation asked = this.delivery.last(id);
		assertThat(asked.id()).isEqualTo(operation);
		assertThat(asked.type()).isEqualTo(OperationType.START);
		assertThat(asked.payload()).isEqualTo("{}");
		assertThat(asked.name()).isEqualTo(get(id).getName());
		assertThat(asked.subject()).isNotNull().satisfies((subject) -> {
			assertThat(subject.arn()).isEqualTo(Described.ARN);
			assertThat(subject.createdAt()).isEqualTo(Described.BEGIN);
			assertThat(subject.ownerTag()).endsWith("/" + get(id).getOperationId());
		});
		assertThat(get(id).getPending()).isEqualTo(new Pending(operation, OperationType.START));
		assertThat(standing(id)).isEqualTo(Standing.START_ASKED);
		assertThat(actions(id)).endsWith("experiment.start-asked");
	}

	@Test
	void whatWasAdoptedIsToldByItsCreationAndWhatMarkedItThen() {
		String name = name("lifecycle");
		for (String tag : new String[] { "elsewhere/7", null }) {
			Map<String, String> tags = (tag != null) ? Map.of(Operation.OWNER_TAG, tag) : Map.of();
			Draft draft = Drafts.change(Described.usual(), "/Name", name + tags.size());
			UUID id = this.adoptions.adopt(
					new NewAdoption(this.targets.standard(), draft.document(), tags, Described.as("Created", 0, draft)),
					AUTHOR);
			this.lifecycle.start(id, AUTHOR);
			assertThat(this.delivery.last(id).subject()).isEqualTo(new Subject(Described.ARN, Described.BEGIN, tag));
		}
	}

	@Test
	void whatHasNotBeenSeenYetIsToldByTheLookThatConfirmedIt() {
		UUID id = draft(name("lifecycle"));
		this.experiments.submit(id, null, AUTHOR);
		this.delivery.confirm(get(id), Described.ARN, Described.BEGIN);
		this.lifecycle.delete(id, AUTHOR);
		assertThat(this.delivery.last(id).subject()).isNotNull()
			.extracting(Subject::createdAt)
			.isEqualTo(Described.BEGIN);
	}

	@ParameterizedTest
	@CsvSource({ "Running, START", "Created, STOP", "Running, DELETE", "Updating, UPDATE", "Stopping, STOP" })
	void whatIsKnownToBeForbiddenIsRefusedWithTheReason(String status, OperationType change) {
		UUID id = live(status);
		IllegalPhaseException refusal = catchThrowableOfType(IllegalPhaseException.class, () -> ask(id, change));
		assertThat(refusal.hindrance()).isEqualTo(Hindrance.of(change, Phase.LIVE, status)).isNotNull();
		assertThat(refusal).hasMessageContaining(status);
		assertThat(get(id).getPending()).isNull();
	}

	@ParameterizedTest
	@EnumSource(names = { "START", "STOP", "UPDATE", "DELETE", "TAG" })
	void whatNobodyKnowsIsLeftToDelivery(OperationType change) {
		UUID unseen = created();
		assertThat(ask(unseen, change)).isNotNull();
		assertThat(ask(live("Hibernating"), change)).isNotNull();
	}

	@ParameterizedTest
	@EnumSource(names = { "START", "STOP", "UPDATE", "DELETE", "TAG" })
	void aDraftHasNothingToChangeInSageMaker(OperationType change) {
		UUID id = draft(name("lifecycle"));
		assertThat(catchThrowableOfType(IllegalPhaseException.class, () -> ask(id, change)).hindrance())
			.isEqualTo(Hindrance.NOT_CREATED);
	}

	@Test
	void whileItIsBeingCreatedTheCreateIsNamed() {
		UUID id = draft(name("lifecycle"));
		UUID create = this.experiments.submit(id, null, AUTHOR);
		assertThat(catchThrowableOfType(IllegalPhaseException.class, () -> this.lifecycle.delete(id, AUTHOR))
			.operationId()).isEqualTo(create);
	}

	@Test
	void oneChangeAtATimeAndTheFirstIsNamed() {
		UUID id = live("Running");
		UUID first = ask(id, OperationType.UPDATE);
		assertThat(
				catchThrowableOfType(OperationInFlightException.class, () -> ask(id, OperationType.TAG)).operationId())
			.isEqualTo(first);
		assertThat(get(id).getPending()).isEqualTo(new Pending(first, OperationType.UPDATE));
	}

	@Test
	void aStopOvertakesAndWhatItOvertookEndsWithoutATrace() {
		UUID id = live("Running");
		UUID update = ask(id, OperationType.UPDATE);
		UUID stop = ask(id, OperationType.STOP);
		this.delivery.end(new OperationOutcome.Cancelled(update, id, OperationType.UPDATE,
				new OperationError("cancelled", "Overtaken", null, null)));
		assertThat(get(id).getPending()).isEqualTo(new Pending(stop, OperationType.STOP));
		assertThat(standing(id)).isEqualTo(Standing.STOP_ASKED);
	}

	@Test
	void aStopMayOvertakeAStartThatIsOnItsWay() {
		UUID id = live("Created");
		ask(id, OperationType.START);
		assertThat(ask(id, OperationType.STOP)).isNotNull();
	}

	@Test
	void aStopThatIsNotInOrderIsRefused() {
		UUID id = live("Running");
		assertThat(catchThrowableOfType(DefinitionRefusedException.class,
				() -> this.lifecycle.stop(id, StopOrder.of(Action.PROMOTE, null), AUTHOR))
			.findings()).extracting(Finding::rule).containsExactly("reason.required");
		assertThat(this.lifecycle.check(id, StopOrder.of(Action.PROMOTE, null))).hasSize(1);
		assertThat(this.lifecycle.plan(id, StopOrder.of(Action.PROMOTE, null)).changesProduction()).isTrue();
	}

	@Test
	void whoMayNotChangeProductionMayStillStopWithoutPromoting() {
		Actor timid = new Actor(Actor.Kind.USER, "timid", Set.of(Permission.READ, Permission.WRITE), "test", null);
		UUID id = live("Running");
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> this.lifecycle.stop(id, StopOrder.of(Action.PROMOTE, "x"), timid));
		assertThat(this.lifecycle.stop(id, StopOrder.of(Action.DISCARD, null), timid)).isNotNull();
		UUID other = live("Created");
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> this.lifecycle.delete(other, timid));
	}

	@Test
	void anUpdateThatChangesNothingOrIsWrongIsNotAskedFor() {
		UUID id = live("Running");
		assertThatExceptionOfType(NothingToChangeException.class)
			.isThrownBy(() -> this.lifecycle.update(id, Draft.empty(), AUTHOR));
		assertThatExceptionOfType(DefinitionRefusedException.class)
			.isThrownBy(() -> this.lifecycle.update(id, Draft.parse("{\"Name\":\"other\"}"), AUTHOR));
		assertThat(this.lifecycle.plan(id, named(id, Described.sampling(30)), null).isPossible()).isTrue();
	}

	@Test
	void whatSomebodySawWhoChangesItGoesAlong() {
		UUID id = live("Running");
		this.lifecycle.update(id, named(id, Described.sampling(20)), Described.sampling(60), AUTHOR);
		assertThat(this.delivery.last(id).payload())
			.endsWith("\"seen\":{\"ShadowModeConfig\":%s}}".formatted(shadowMode(Described.sampling(60))));
	}

}
