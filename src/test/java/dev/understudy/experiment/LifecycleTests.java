package dev.understudy.experiment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import dev.understudy.TestDatabase;
import dev.understudy.actor.Actor;
import dev.understudy.actor.Permission;
import dev.understudy.actor.Role;
import dev.understudy.definition.CanonicalForm;
import dev.understudy.definition.Definition.Tag;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.definition.Finding;
import dev.understudy.delivery.Difference;
import dev.understudy.delivery.Operation;
import dev.understudy.delivery.OperationError;
import dev.understudy.delivery.OperationInFlightException;
import dev.understudy.delivery.OperationOutcome;
import dev.understudy.delivery.OperationType;
import dev.understudy.delivery.Subject;
import dev.understudy.delivery.WaitingFor;
import dev.understudy.experiment.StopOrder.Action;
import dev.understudy.target.Targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@SpringBootTest(properties = { "understudy.sandbox.samples=false", "understudy.data-dir=target/lifecycle-tests",
		"understudy.jobs.enabled=false" })
@Import({ TestDatabase.class, CarriedOperations.class })
@RecordApplicationEvents
class LifecycleTests {

	private static final AtomicInteger NAMES = new AtomicInteger();

	private static final Actor AUTHOR = Actors.author();

	@Autowired
	Lifecycle lifecycle;

	@Autowired
	Experiments experiments;

	@Autowired
	Sightings sightings;

	@Autowired
	Adoptions adoptions;

	@Autowired
	Targets targets;

	@Autowired
	Overview overview;

	@Autowired
	CarriedOperations delivery;

	@Autowired
	ApplicationEvents events;

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
		String name = "lifecycle-" + NAMES.incrementAndGet();
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
	void aConfirmedStartIsWorthALookAndLeavesTheRestAsItWas() {
		UUID id = live("Created");
		this.lifecycle.start(id, AUTHOR);
		this.delivery.confirm(id);
		assertThat(get(id).getPhase()).isEqualTo(Phase.LIVE);
		assertThat(get(id).getPending()).isNull();
		assertThat(last(id).what()).isEqualTo(ExperimentEvent.What.STARTED);
		assertThat(last(id).what().isWorthALook()).isTrue();
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
		UUID id = draft();
		assertThat(catchThrowableOfType(IllegalPhaseException.class, () -> ask(id, change)).hindrance())
			.isEqualTo(Hindrance.NOT_CREATED);
	}

	@Test
	void whileItIsBeingCreatedTheCreateIsNamed() {
		UUID id = draft();
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

	private UUID ask(UUID id, OperationType change) {
		return switch (change) {
			case CREATE -> throw new AssertionError("Not a change");
			case START -> this.lifecycle.start(id, AUTHOR);
			case STOP -> this.lifecycle.stop(id, StopOrder.of(Action.DISCARD, "enough"), AUTHOR);
			case UPDATE -> this.lifecycle.update(id, Draft.parse("{\"Description\":\"other\"}"), AUTHOR);
			case DELETE -> this.lifecycle.delete(id, AUTHOR);
			case TAG -> this.lifecycle.tag(id, List.of(new Tag("cost-center", "7")), List.of(), AUTHOR);
		};
	}

	private UUID draft() {
		Draft draft = Drafts.change(Drafts.minimal(), "/Name", "lifecycle-" + NAMES.incrementAndGet());
		return this.experiments.draft(new NewDraft(null, draft), AUTHOR).experiment().getId();
	}

	private UUID created() {
		UUID id = draft();
		this.experiments.submit(id, null, AUTHOR);
		this.delivery.confirm(get(id), Described.ARN);
		return id;
	}

	private UUID live(String status) {
		UUID id = created();
		this.sightings.sighted(id, Described.as(status, 0, named(id, Described.usual())));
		return id;
	}

	private Draft named(UUID id, Draft definition) {
		return Drafts.change(definition, "/Name", get(id).getName());
	}

	private UUID ended() {
		UUID id = live("Running");
		this.sightings.sighted(id, Described.as("Completed", 5, Described.usual()));
		return id;
	}

	private Experiment get(UUID id) {
		return this.experiments.get(id).experiment();
	}

	private Standing standing(UUID id) {
		return this.overview.item(id).standing();
	}

	private List<UUID> attention() {
		return this.overview.dashboard(AUTHOR).attention().stream().map((item) -> item.experiment().id()).toList();
	}

	private static String shadowMode(Draft definition) {
		return CanonicalForm.of(Draft.of(definition.at("/ShadowModeConfig")));
	}

	private List<String> actions(UUID id) {
		return this.events.stream(ExperimentEvent.class)
			.filter((event) -> event.experimentId().equals(id))
			.map(ExperimentEvent::action)
			.toList();
	}

	private ExperimentEvent last(UUID id) {
		return this.events.stream(ExperimentEvent.class)
			.filter((event) -> event.experimentId().equals(id))
			.reduce((first, second) -> second)
			.orElseThrow();
	}

}
