package dev.understudy.experiment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import dev.understudy.TestDatabase;
import dev.understudy.actor.Role;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.definition.Finding;
import dev.understudy.delivery.WaitingFor;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;
import dev.understudy.target.UnknownTargetException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

@SpringBootTest(webEnvironment = WebEnvironment.MOCK,
		properties = { "understudy.sandbox.samples=false", "understudy.data-dir=target/experiments-tests" })
@Import({ TestDatabase.class, CarriedOperations.class })
@RecordApplicationEvents
class ExperimentsTests {

	private static final String ARN = "arn:aws:sagemaker:us-east-1:111122223333:inference-experiment/fraud-v7-shadow";

	@Autowired
	Experiments experiments;

	@Autowired
	Sightings sightings;

	@Autowired
	Overview overview;

	@Autowired
	CarriedOperations delivery;

	@Autowired
	Targets targets;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	@Autowired
	ApplicationEvents events;

	@Test
	void anEmptyDraftIsKeptAndJudged() {
		ExperimentView begun = this.experiments.draft(new NewDraft(null, Draft.empty()), Actors.author());
		ExperimentView read = this.experiments.get(begun.experiment().getId());
		assertThat(read.experiment().getPhase()).isEqualTo(Phase.DRAFT);
		assertThat(read.experiment().getTarget()).isEqualTo("sandbox");
		assertThat(read.revision().number()).isEqualTo(1);
		assertThat(read.findings()).extracting(Finding::rule).contains("name.required");
		assertThat(actions(begun)).containsExactly("experiment.drafted");
	}

	@Test
	void aTokenDraftsForItsUser() {
		assertThat(this.experiments.draft(new NewDraft(null, Draft.empty()), Actors.token("author/ci"))
			.experiment()
			.getOwner()).isEqualTo("author");
	}

	@Test
	void aDraftForAnUnknownTargetIsRefused() {
		assertThatExceptionOfType(UnknownTargetException.class)
			.isThrownBy(() -> this.experiments.draft(new NewDraft("nowhere", Draft.empty()), Actors.author()));
	}

	@Test
	void whatWasTypedIsKeptWhateverItIs() {
		Draft typed = Draft
			.parse("{\"Name\":7,\"Mystery\":[1.50,\"ä\\n\"],\"EndpointName\":\"%s\"}".formatted("x".repeat(200_000)));
		UUID id = draft(typed);
		assertThat(this.experiments.get(id).revision().draft().json()).isEqualTo(typed.json());
	}

	@Test
	void eachEditMakesARevisionWithWhatChanged() {
		UUID id = draft(minimal());
		ExperimentView revised = this.experiments.revise(id, 1, Drafts.change(minimal(), "/KmsKey", "alias/ml"),
				Actors.user("second", Role.AUTHOR));
		assertThat(revised.revision().number()).isEqualTo(2);
		assertThat(this.experiments.revisions(id, 10, null).items()).extracting(Revision::number, Revision::author)
			.containsExactly(tuple(2, "second"), tuple(1, "author"));
		ExperimentEvent event = this.events.stream(ExperimentEvent.class)
			.filter((it) -> it.what() == ExperimentEvent.What.REVISED)
			.findFirst()
			.orElseThrow();
		assertThat(event.before()).isEqualTo("{}");
		assertThat(event.after()).isEqualTo("{\"/KmsKey\":\"alias/ml\"}");
	}

	@Test
	void anEditThatChangesNothingMakesNoRevision() {
		UUID id = draft(minimal());
		assertThat(this.experiments.revise(id, 1, minimal(), Actors.author()).revision().number()).isEqualTo(1);
		assertThat(this.experiments.get(id).experiment().getVersion()).isEqualTo(1);
	}

	@Test
	void aStaleEditIsRefusedWithTheOtherSideEvenWhenTheTextIsBackToWhatItWas() {
		UUID id = draft(minimal());
		this.experiments.revise(id, 1, Draft.empty(), Actors.author());
		this.experiments.revise(id, 2, minimal(), Actors.user("second", Role.AUTHOR));
		StaleRevisionException stale = catchThrowableOfType(StaleRevisionException.class,
				() -> this.experiments.revise(id, 1, Drafts.change(minimal(), "/Name", "mine"), Actors.author()));
		assertThat(stale.expected()).isEqualTo(1);
		assertThat(stale.current().number()).isEqualTo(3);
		assertThat(stale.current().author()).isEqualTo("second");
		assertThat(stale.current().draft()).isEqualTo(minimal());
	}

	@Test
	void aDiscardedDraftIsReadableAndFinal() {
		UUID id = draft(minimal());
		this.experiments.discard(id, Actors.author());
		assertThat(this.experiments.get(id).experiment().getPhase()).isEqualTo(Phase.DISCARDED);
		assertThatExceptionOfType(IllegalPhaseException.class)
			.isThrownBy(() -> this.experiments.revise(id, 1, Draft.empty(), Actors.author()));
		assertThatExceptionOfType(IllegalPhaseException.class)
			.isThrownBy(() -> this.experiments.discard(id, Actors.author()));
	}

	@Test
	void submittingFreezesTheCanonicalFormOfTheRevision() {
		ExperimentView submitted = submit(named("freeze"));
		assertThat(submitted.experiment().getPhase()).isEqualTo(Phase.SUBMITTING);
		assertThat(submitted.findings()).isEmpty();
		assertThat(this.delivery.taken()).filteredOn((asked) -> asked.name().equals("freeze"))
			.singleElement()
			.satisfies((asked) -> assertThat(asked.sha256()).isEqualTo(submitted.revision().sha256()));
		assertThat(actions(submitted)).containsExactly("experiment.drafted", "experiment.submitted");
	}

	@Test
	void aDraftWithErrorsIsNotSubmittedAndStaysADraft() {
		UUID id = draft(Drafts.change(minimal(), "/RoleArn", "arn:aws:iam::111122223333:role/other"));
		DefinitionRefusedException refused = catchThrowableOfType(DefinitionRefusedException.class,
				() -> this.experiments.submit(id, null, Actors.author()));
		assertThat(refused.findings()).filteredOn(Finding::forbids).extracting(Finding::pointer).contains("/RoleArn");
		assertThat(this.experiments.get(id).experiment().getPhase()).isEqualTo(Phase.DRAFT);
	}

	@Test
	void onlyTheReviewedRevisionIsSubmitted() {
		UUID id = draft(minimal());
		this.experiments.revise(id, 1, named("second-thought"), Actors.author());
		assertThatExceptionOfType(StaleRevisionException.class)
			.isThrownBy(() -> this.experiments.submit(id, 1, Actors.author()));
	}

	@Test
	void aSecondSubmissionNamesTheOperationInFlight() {
		ExperimentView submitted = submit(named("twice"));
		IllegalPhaseException refused = catchThrowableOfType(IllegalPhaseException.class,
				() -> this.experiments.submit(submitted.experiment().getId(), null, Actors.author()));
		assertThat(refused.operationId()).isEqualTo(submitted.experiment().getOperationId());
	}

	@Test
	void aConfirmedOperationMakesItLive() {
		ExperimentView live = live("confirmed");
		assertThat(live.experiment().getPhase()).isEqualTo(Phase.LIVE);
		assertThat(live.experiment().getArn()).isEqualTo(ARN);
		assertThat(actions(live)).endsWith("experiment.live");
	}

	@Test
	void aRefusalOfTheFormForbidsTheSameRevisionUntilItIsEdited() {
		ExperimentView submitted = submit(named("ill-formed"));
		UUID id = submitted.experiment().getId();
		this.delivery.reject(submitted.experiment(), "ValidationException",
				"1 validation error detected: Value 'x' at 'endpointName' failed to satisfy constraint: …",
				"/EndpointName");
		ExperimentView returned = this.experiments.get(id);
		assertThat(returned.experiment().getPhase()).isEqualTo(Phase.DRAFT);
		assertThat(returned.findings()).first().satisfies((finding) -> {
			assertThat(finding.pointer()).isEqualTo("/EndpointName");
			assertThat(finding.message()).startsWith("1 validation error detected");
			assertThat(finding.forbids()).isTrue();
		});
		assertThatExceptionOfType(DefinitionRefusedException.class)
			.isThrownBy(() -> this.experiments.submit(id, null, Actors.author()));
		this.experiments.revise(id, 1, named("well-formed"), Actors.author());
		assertThat(this.experiments.get(id).experiment().getSetback()).isNull();
		this.experiments.submit(id, null, Actors.author());
	}

	@Test
	void anyOtherRefusalMayBePutRightInAwsAndSubmittedAgain() {
		ExperimentView submitted = submit(named("denied"));
		this.delivery.reject(submitted.experiment(), "AccessDeniedException", "not authorized to perform", null);
		UUID id = submitted.experiment().getId();
		assertThat(this.experiments.get(id).findings()).extracting(Finding::rule).contains("submission.rejected");
		assertThat(this.experiments.get(id).isSubmittable()).isTrue();
		this.experiments.submit(id, null, Actors.author());
		assertThat(this.experiments.get(id).experiment().getPhase()).isEqualTo(Phase.SUBMITTING);
	}

	@Test
	void aCancelledOperationBringsTheDraftBack() {
		ExperimentView submitted = submit(named("called-off"));
		this.delivery.cancel(submitted.experiment());
		Experiment back = this.experiments.get(submitted.experiment().getId()).experiment();
		assertThat(back.getPhase()).isEqualTo(Phase.DRAFT);
		assertThat(Standing.of(back, null)).isEqualTo(Standing.CALLED_OFF);
	}

	@Test
	void aConflictWaitsForAnotherName() {
		ExperimentView submitted = submit(named("taken"));
		UUID id = submitted.experiment().getId();
		this.delivery.conflict(submitted.experiment());
		assertThat(this.experiments.get(id).experiment().isInConflict()).isTrue();
		assertThatExceptionOfType(IllegalPhaseException.class).isThrownBy(() -> this.experiments.revise(id, 1,
				Drafts.change(named("taken"), "/KmsKey", "alias/ml"), Actors.author()));
		assertThatExceptionOfType(IllegalPhaseException.class)
			.isThrownBy(() -> this.experiments.submit(id, null, Actors.author()))
			.withMessageContaining("another one");
		ExperimentView renamed = this.experiments.revise(id, 1, named("free"), Actors.author());
		assertThat(renamed.experiment().getPhase()).isEqualTo(Phase.DRAFT);
		assertThat(actions(renamed)).endsWith("experiment.conflict", "experiment.renamed");
	}

	@Test
	void theOutcomeOfAnEarlierOperationChangesNothing() {
		ExperimentView submitted = submit(named("late"));
		this.delivery.cancel(submitted.experiment());
		this.experiments.submit(submitted.experiment().getId(), null, Actors.author());
		this.delivery.confirm(submitted.experiment(), ARN);
		assertThat(this.experiments.get(submitted.experiment().getId()).experiment().getPhase())
			.isEqualTo(Phase.SUBMITTING);
	}

	@Test
	void onlyNewsIsStoredAndChangesTheVersion() {
		ExperimentView live = live("news");
		UUID id = live.experiment().getId();
		assertThat(this.sightings.sighted(id, seen("Running", 1))).isTrue();
		long version = this.experiments.get(id).experiment().getVersion();
		assertThat(version).isGreaterThan(live.experiment().getVersion());
		assertThat(this.sightings.sighted(id, seen("Running", 2))).isFalse();
		assertThat(this.experiments.get(id).experiment().getVersion()).isEqualTo(version);
		assertThat(this.experiments.sightings(id, 10)).containsExactly(seen("Running", 1));
		assertThat(this.sightings.watched(sandbox())).filteredOn((it) -> it.id().equals(id))
			.singleElement()
			.satisfies((it) -> assertThat(it.sighting()).isEqualTo(seen("Running", 1)));
	}

	@Test
	void aFinalStatusEndsIt() {
		UUID id = live("natural-end").experiment().getId();
		this.sightings.sighted(id, seen("Completed", 1));
		Experiment ended = this.experiments.get(id).experiment();
		assertThat(ended.getPhase()).isEqualTo(Phase.ENDED);
		assertThat(ended.getEnded()).isEqualTo(new Ended(Ending.COMPLETED, seen("Completed", 1).observedAt(), null));
		assertThat(this.sightings.watched(sandbox())).extracting(Watched::id).doesNotContain(id);
	}

	@Test
	void oneThatEndsAtOnceWasLiveAndHasEnded() {
		ExperimentView live = live("failed-at-once");
		this.sightings.sighted(live.experiment().getId(), seen("Cancelled", 1));
		assertThat(actions(live)).endsWith("experiment.live", "experiment.ended");
		assertThat(this.delivery.freed()).doesNotContain(live.experiment().getId());
	}

	@Test
	void whatIsGoneFreesItsName() {
		UUID id = live("deleted-outside").experiment().getId();
		assertThat(this.sightings.gone(id, this.clock.instant())).isTrue();
		assertThat(this.sightings.gone(id, this.clock.instant())).isFalse();
		assertThat(this.experiments.get(id).experiment().getEnded()).extracting(Ended::how).isEqualTo(Ending.GONE);
		assertThat(this.delivery.freed()).contains(id);
	}

	@Test
	void whatEndedAndIsGoneLaterKeepsItsEnding() {
		UUID id = live("ended-then-deleted").experiment().getId();
		this.sightings.sighted(id, seen("Completed", 1));
		assertThat(this.sightings.gone(id, Instant.parse("2026-12-24T00:00:00Z"))).isTrue();
		assertThat(this.experiments.get(id).experiment().getEnded()).satisfies((ended) -> {
			assertThat(ended.how()).isEqualTo(Ending.COMPLETED);
			assertThat(ended.goneAt()).isEqualTo("2026-12-24T00:00:00Z");
		});
	}

	@Test
	void whatIsNotLiveIsNotSighted() {
		UUID id = draft(minimal());
		assertThat(this.sightings.sighted(id, seen("Running", 1))).isFalse();
		assertThat(this.sightings.gone(id, this.clock.instant())).isFalse();
	}

	@Test
	void revisionsCannotBeChangedByAnyStatement() {
		draft(minimal());
		for (String statement : List.of("update revision set author = 'x'", "delete from revision",
				"truncate revision")) {
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql(statement).update())
				.havingRootCause()
				.withMessageContaining("append-only");
		}
	}

	@Test
	void theDashboardShowsWhatNeedsItsReader() {
		ExperimentView submitted = submit(named("needs-attention"));
		this.delivery.reject(submitted.experiment(), "AccessDeniedException", "no", null);
		Dashboard own = this.overview.dashboard(Actors.author());
		assertThat(own.attention()).extracting((item) -> item.experiment().id())
			.contains(submitted.experiment().getId());
		assertThat(this.overview.dashboard(Actors.user("viewer", Role.VIEWER)).attention())
			.extracting((item) -> item.experiment().id())
			.doesNotContain(submitted.experiment().getId());
		assertThat(own.drafts()).isPositive();
	}

	@Test
	void theDashboardShowsWhatRunsAndWhatEnded() {
		UUID running = live("on-the-dashboard").experiment().getId();
		this.sightings.sighted(running, seen("Running", 1));
		UUID ended = live("ended-on-the-dashboard").experiment().getId();
		this.sightings.sighted(ended, seen("Completed", 1));
		Dashboard dashboard = this.overview.dashboard(Actors.author());
		assertThat(dashboard.running()).extracting((item) -> item.experiment().id()).contains(running);
		assertThat(dashboard.ended()).extracting((item) -> item.standing()).contains(Standing.COMPLETED);
		assertThat(dashboard.live()).containsKey("Running");
	}

	@Test
	void whatWaitsForAPersonIsFoundAmongManyOnTheirWay() {
		ExperimentView waiting = submit(named("waits-for-a-permission"));
		for (int i = 0; i < 12; i++) {
			submit(named("on-its-way-" + i));
		}
		this.delivery.waits(waiting.experiment(), new WaitingFor(WaitingFor.Kind.PERMISSION, "Allow it", false));
		Dashboard dashboard = this.overview.dashboard(Actors.user("viewer", Role.VIEWER));
		assertThat(dashboard.attention()).singleElement().satisfies((item) -> {
			assertThat(item.experiment().name()).isEqualTo("waits-for-a-permission");
			assertThat(item.standing()).isEqualTo(Standing.WAITING_FOR_PERMISSION);
		});
		assertThat(dashboard.running()).extracting((item) -> item.experiment().name()).contains("on-its-way-11");
		assertThat(this.overview.items(this.experiments.list(ExperimentQuery.ALL).items()))
			.filteredOn((item) -> item.experiment().id().equals(waiting.experiment().getId()))
			.extracting(Dashboard.Item::standing)
			.containsExactly(Standing.WAITING_FOR_PERMISSION);
	}

	@Test
	void liveOnesAreCountedInTheOrderOfSageMakersLifecycle() {
		for (String status : List.of("Stopping", "Running", "Hibernating", "Creating", "Created")) {
			this.sightings.sighted(live("counted-" + status.toLowerCase(Locale.ROOT)).experiment().getId(),
					seen(status, 1));
		}
		assertThat(this.overview.dashboard(Actors.author()).live().keySet()).containsSubsequence("Creating", "Created",
				"Running", "Stopping", "Hibernating");
	}

	private UUID draft(Draft draft) {
		return this.experiments.draft(new NewDraft(null, draft), Actors.author()).experiment().getId();
	}

	private ExperimentView submit(Draft draft) {
		UUID id = draft(draft);
		this.experiments.submit(id, 1, Actors.author());
		return this.experiments.get(id);
	}

	private ExperimentView live(String name) {
		ExperimentView submitted = submit(named(name));
		this.delivery.confirm(submitted.experiment(), ARN);
		return this.experiments.get(submitted.experiment().getId());
	}

	private Target sandbox() {
		return this.targets.standard();
	}

	private List<String> actions(ExperimentView view) {
		return this.events.stream(ExperimentEvent.class)
			.filter((event) -> event.experimentId().equals(view.experiment().getId()))
			.map(ExperimentEvent::action)
			.toList();
	}

	private static Draft minimal() {
		return Drafts.minimal();
	}

	private static Draft named(String name) {
		return Drafts.change(minimal(), "/Name", name);
	}

	private static Sighting seen(String status, int minute) {
		Instant at = Instant.parse("2026-12-01T08:00:00Z");
		return new Sighting(at.plusSeconds(60L * minute), ARN, status, null, at, at, at.plusSeconds(86_400), null,
				(minute > 0) ? at : null, null, null);
	}

}
