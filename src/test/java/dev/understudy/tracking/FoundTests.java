package dev.understudy.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.understudy.audit.AuditEntry;
import dev.understudy.audit.AuditQuery;
import dev.understudy.audit.AuditTrail;
import dev.understudy.definition.Definition;
import dev.understudy.delivery.Installations;
import dev.understudy.delivery.Operations;
import dev.understudy.experiment.Actors;
import dev.understudy.experiment.AlreadyManagedException;
import dev.understudy.experiment.Ending;
import dev.understudy.experiment.EndpointUses;
import dev.understudy.experiment.ExperimentView;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.NewDraft;
import dev.understudy.experiment.Phase;
import dev.understudy.experiment.Sighting;
import dev.understudy.experiment.Sightings;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.shell.Page;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

@FoundInAws
class FoundTests {

	private final AwsAccount aws;

	private final FoundSweep sweep;

	private final FoundExperiments found;

	private final FoundEndpointUses uses;

	private final Experiments experiments;

	private final Sightings sightings;

	private final Operations operations;

	private final Installations installations;

	private final AuditTrail audit;

	private final JdbcClient jdbc;

	private final Target target;

	@Autowired
	FoundTests(AwsAccount aws, FoundSweep sweep, FoundExperiments found, FoundEndpointUses uses,
			Experiments experiments, Sightings sightings, Operations operations, Installations installations,
			AuditTrail audit, JdbcClient jdbc, Targets targets) {
		this.aws = aws;
		this.sweep = sweep;
		this.found = found;
		this.uses = uses;
		this.experiments = experiments;
		this.sightings = sightings;
		this.operations = operations;
		this.installations = installations;
		this.audit = audit;
		this.jdbc = jdbc;
		this.target = targets.standard();
	}

	@BeforeEach
	void anEmptyAccount() {
		this.aws.clear();
		this.jdbc.sql("delete from found").update();
		this.jdbc.sql("delete from found_sweep").update();
	}

	@Test
	void whatWasMadeElsewhereIsFoundAndAdoptedAsItIs() {
		Definition made = this.aws.schedule("elsewhere");
		Found one = onlyFound();
		assertThat(one).extracting(Found::name, Found::status, Found::endpoint, Found::owner, Found::operationId)
			.containsExactly("elsewhere", "Created", "fraud-prod", Owner.FOREIGN, null);
		UUID id = this.found.adopt(one.id(), Actors.author());
		ExperimentView adopted = this.experiments.get(id);
		assertThat(adopted.experiment().getPhase()).isEqualTo(Phase.LIVE);
		assertThat(Phase.beginnings()).contains(adopted.experiment().getPhase());
		assertThat(adopted.experiment().getArn()).isEqualTo(one.arn());
		assertThat(adopted.experiment().getOwner()).isEqualTo("author");
		assertThat(adopted.experiment().getOwnerTag()).isNull();
		assertThat(adopted.revision().number()).isEqualTo(1);
		assertThat(adopted.revision().draft().at("/Tags")).hasSize(2).containsAll(made.draft().at("/Tags"));
		assertThat(adopted.revision().sha256()).isEqualTo(made.sha256());
		assertThat(adopted.experiment().getSighting()).extracting(Sighting::status, Sighting::creationTime)
			.containsExactly("Created", one.creationTime());
		assertThat(this.experiments.sightings(id, 10)).hasSize(1);
		assertThat(actions(id)).containsExactly("experiment.adopted");
		assertThat(this.sightings.watched(this.target)).extracting((it) -> it.id()).contains(id);
	}

	@Test
	void aDescriptionTellsWhenItStartsAndEnds() {
		Definition made = this.aws.schedule("timed");
		Found one = onlyFound();
		assertThat(one.start()).isEqualTo(made.draft().startTime().orElseThrow());
		assertThat(one.end()).isEqualTo(made.draft().endTime().orElseThrow());
		EndpointUses.Use use = this.uses.of(this.target, "fraud-prod").getFirst();
		assertThat(use.isWithin(one.end().plusSeconds(1), one.end().plusSeconds(3600))).isFalse();
		assertThat(use.isWithin(one.start().minusSeconds(3600), one.start().plusSeconds(1))).isTrue();
		this.jdbc.sql("update found set schedule_seen = false, start_time = null, end_time = null").update();
		assertThat(this.uses.of(this.target, "fraud-prod").getFirst().start()).isNull();
		assertThat(onlyFound().start()).as("what was never described is looked at again").isEqualTo(one.start());
	}

	@Test
	void whatWasAdoptedIsWatchedAtOnceAndNotFoundAgain() {
		this.aws.schedule("watched");
		UUID one = onlyFound().id();
		long wakes = wakes();
		this.found.adopt(one, Actors.author());
		assertThat(wakes()).isEqualTo(wakes + 1);
		assertThat(sweep()).isEmpty();
	}

	@Test
	void oneThatHasEndedIsAdoptedAsEnded() {
		this.aws.run("over", "search-prod");
		this.aws.fail("over");
		UUID id = this.found.adopt(onlyFound().id(), Actors.author());
		assertThat(this.experiments.get(id).experiment().getPhase()).isEqualTo(Phase.ENDED);
		assertThat(this.experiments.get(id).experiment().getEnded().how()).isEqualTo(Ending.CANCELLED);
		assertThat(actions(id)).containsExactly("experiment.ended", "experiment.adopted");
		assertThat(sweep()).isEmpty();
	}

	@Test
	void whatStandsWhereOneOfOursHadEndedProvesThatOursIsGone() {
		this.aws.run("reused", "search-prod");
		this.aws.fail("reused");
		UUID ended = this.found.adopt(onlyFound().id(), Actors.author());
		this.aws.delete("reused");
		this.aws.schedule("reused");
		UUID second = this.found.adopt(onlyFound().id(), Actors.author());
		assertThat(second).isNotEqualTo(ended);
		assertThat(this.experiments.get(ended).experiment().getEnded().goneAt()).isNotNull();
		assertThat(actions(ended)).startsWith("experiment.gone");
	}

	@Test
	void twoWhoAdoptTheSameMakeOneExperiment() throws Exception {
		this.aws.schedule("wanted-twice");
		UUID one = onlyFound().id();
		List<UUID> adopted = new ArrayList<>();
		List<UUID> named = new ArrayList<>();
		try (ExecutorService people = Executors.newFixedThreadPool(4)) {
			Callable<UUID> adopt = () -> this.found.adopt(one, Actors.author());
			for (Future<UUID> result : people.invokeAll(List.of(adopt, adopt, adopt, adopt))) {
				try {
					adopted.add(result.get());
				}
				catch (ExecutionException ex) {
					assertThat(ex).hasCauseInstanceOf(AlreadyManagedException.class);
					named.add(((AlreadyManagedException) ex.getCause()).experimentId());
				}
			}
		}
		assertThat(adopted).hasSize(1);
		assertThat(named).hasSize(3).containsOnly(adopted.getFirst());
	}

	@Test
	void whatWasDeletedMeanwhileIsNotAdopted() {
		this.aws.schedule("deleted");
		UUID one = onlyFound().id();
		this.aws.delete("deleted");
		assertThatExceptionOfType(FoundGoneException.class).isThrownBy(() -> this.found.adopt(one, Actors.author()));
		assertThat(listed()).isEmpty();
		assertThatExceptionOfType(FoundGoneException.class).isThrownBy(() -> this.found.adopt(one, Actors.author()));
	}

	@Test
	void anotherOneByThatNameIsNotAdoptedInItsPlace() {
		this.aws.schedule("exchanged");
		UUID one = onlyFound().id();
		this.aws.delete("exchanged");
		this.aws.schedule("exchanged");
		assertThatExceptionOfType(FoundGoneException.class).isThrownBy(() -> this.found.adopt(one, Actors.author()));
		assertThat(onlyFound().id()).isNotEqualTo(one);
	}

	@Test
	void whatIsGoneIsNotListedAnyMore() {
		this.aws.schedule("short-lived");
		assertThat(sweep()).hasSize(1);
		this.aws.delete("short-lived");
		assertThat(sweep()).isEmpty();
	}

	@Test
	void whatAListLeavesOutIsNotTakenForGone() {
		this.aws.schedule("left-out");
		UUID one = onlyFound().id();
		this.aws.control().fault("ListInferenceExperiments", "missing-list-items", Map.of("items", 1));
		assertThat(sweep()).extracting(Found::id).containsExactly(one);
	}

	@Test
	void emptyPagesThatGoOnAreGoneThrough() {
		this.aws.schedule("behind-empty-pages");
		this.aws.control().fault("ListInferenceExperiments", "short-page", Map.of("items", 0, "times", 3));
		assertThat(sweep()).hasSize(1);
	}

	@Test
	void aListThatNeverEndsIsGivenUp() {
		this.aws.control().fault("ListInferenceExperiments", "short-page", Map.of("items", 0, "times", 100));
		this.aws.schedule("never-reached");
		assertThatExceptionOfType(SageMakerRefusal.class).isThrownBy(() -> this.sweep.sweep(this.target))
			.withMessageContaining("does not come to an end");
	}

	@Test
	void whatHasNotChangedIsNotLookedAtAgain() {
		this.aws.schedule("unchanged");
		sweep();
		int described = this.aws.control().calls("DescribeInferenceExperiment");
		sweep();
		assertThat(this.aws.control().calls("DescribeInferenceExperiment")).isEqualTo(described);
	}

	@Test
	void oneSearchLooksAtSoManyAndTheNextGoesOn() {
		for (int number = 0; number < 7; number++) {
			this.aws.schedule("many-" + number);
		}
		assertThat(this.sweep.sweep(this.target)).isFalse();
		assertThat(listed()).hasSize(5);
		assertThat(this.found.sweeps()).singleElement()
			.extracting(SweepState::unread, SweepState::sweptAt)
			.containsExactly(2, null);
		assertThat(this.sweep.sweep(this.target)).isTrue();
		assertThat(listed()).hasSize(7);
	}

	@Test
	void aListIsReadPageByPage() {
		for (int number = 0; number < 5; number++) {
			this.aws.schedule("page-" + number);
		}
		sweep();
		List<String> names = new ArrayList<>();
		@Nullable String token = null;
		do {
			Page<Found> page = this.found.list(new FoundQuery(null, Owner.FOREIGN, 2, token));
			page.items().forEach((it) -> names.add(it.name()));
			token = page.nextPageToken();
		}
		while (token != null);
		assertThat(names).containsExactly("page-4", "page-3", "page-2", "page-1", "page-0");
		assertThat(this.found.list(new FoundQuery("elsewhere", null, 50, null)).items()).isEmpty();
	}

	@Test
	void whatAnUnknownOperationOfOursMadeIsAnOrphanAndAnAlarmOnce() {
		UUID operation = UUID.randomUUID();
		String tag = this.installations.name() + "/" + operation;
		long before = alarms(null);
		this.aws.schedule("restored", tag);
		assertThat(onlyFound()).extracting(Found::owner, Found::operationId).containsExactly(Owner.ORPHAN, operation);
		sweep();
		assertThat(alarms(null)).isEqualTo(before + 1);
		assertThat(this.found.orphans()).isEqualTo(1);
		UUID id = this.found.adopt(onlyFound().id(), Actors.author());
		ExperimentView adopted = this.experiments.get(id);
		assertThat(adopted.experiment().getOwnerTag()).isEqualTo(tag);
		assertThat(adopted.revision().draft().json()).doesNotContain("understudy:");
		assertThat(this.found.orphans()).isZero();
	}

	@Test
	void whatACancelledSubmissionMadeAfterAllIsAnOrphanOfThatExperiment() {
		UUID experiment = submitted("late");
		UUID operation = this.experiments.get(experiment).experiment().getOperationId();
		this.aws.schedule("late", this.operations.get(operation).operation().ownerTag());
		assertThat(sweep()).as("while the submission is under way").isEmpty();
		this.operations.cancel(operation, Actors.author());
		assertThat(onlyFound()).extracting(Found::owner, Found::operationId).containsExactly(Owner.ORPHAN, operation);
		assertThat(alarms(experiment)).isEqualTo(1);
	}

	@Test
	void whatWasMadeByTheNameOfASubmissionUnderWayIsLeftAlone() {
		this.aws.schedule("contested");
		UUID one = onlyFound().id();
		UUID experiment = submitted("contested");
		AlreadyManagedException held = catchThrowableOfType(AlreadyManagedException.class,
				() -> this.found.adopt(one, Actors.author()));
		assertThat(held.experimentId()).isEqualTo(experiment);
		this.operations.cancel(this.experiments.get(experiment).experiment().getOperationId(), Actors.author());
		assertThat(this.found.adopt(one, Actors.author())).isNotEqualTo(experiment);
	}

	@Test
	void whatAnotherInstallationMadeSaysSo() {
		this.aws.schedule("theirs", UUID.randomUUID() + "/" + UUID.randomUUID());
		assertThat(onlyFound()).extracting(Found::owner, Found::operationId)
			.containsExactly(Owner.OTHER_INSTALLATION, null);
	}

	@Test
	void whatIsGoneForUsAndStandsThereIsFoundAgain() {
		this.aws.schedule("declared-gone");
		UUID first = this.found.adopt(onlyFound().id(), Actors.author());
		this.sightings.gone(first, this.experiments.get(first).experiment().getUpdatedAt());
		assertThat(this.found.adopt(onlyFound().id(), Actors.author())).isNotEqualTo(first);
	}

	@Test
	void anAccountThatCannotBeReadSaysWhy() {
		this.aws.refuse("ListInferenceExperiments", "AccessDeniedException");
		assertThatExceptionOfType(SageMakerRefusal.class).isThrownBy(() -> this.sweep.sweep(this.target));
		assertThat(this.found.sweeps()).singleElement()
			.satisfies((it) -> assertThat(it.problem()).contains("AccessDeniedException"))
			.satisfies((it) -> assertThat(it.sweptAt()).isNull());
	}

	@Test
	void oneThatMayNotBeReadDoesNotHideTheOthersNorCostMoreThanOneLook() {
		this.aws.schedule("first");
		this.aws.schedule("second");
		this.aws.control()
			.fault("ListTags", "error",
					Map.of("code", "AccessDeniedException", "status", 400, "message", "No", "times", 1));
		assertThat(this.sweep.sweep(this.target)).isTrue();
		assertThat(listed()).extracting(Found::name).containsExactly("first");
		int tags = this.aws.control().calls("ListTags");
		sweep();
		assertThat(this.aws.control().calls("ListTags")).isEqualTo(tags);
		assertThat(this.found.sweeps()).singleElement()
			.satisfies((it) -> assertThat(tuple(it.unread(), it.problem()))
				.isEqualTo(tuple(1, "AccessDeniedException: No")));
	}

	private UUID submitted(String name) {
		NewDraft draft = new NewDraft(null, AwsAccount.scheduled(name));
		UUID id = this.experiments.draft(draft, Actors.author()).experiment().getId();
		this.experiments.submit(id, null, Actors.author());
		return id;
	}

	private List<Found> sweep() {
		this.sweep.sweep(this.target);
		return listed();
	}

	private List<Found> listed() {
		return this.found.list(new FoundQuery(null, null, 50, null)).items();
	}

	private Found onlyFound() {
		List<Found> all = sweep();
		assertThat(all).hasSize(1);
		return all.getFirst();
	}

	private List<String> actions(UUID experimentId) {
		return this.audit.ofExperiment(experimentId, 50, null).items().stream().map(AuditEntry::action).toList();
	}

	private long alarms(@Nullable UUID experimentId) {
		AuditQuery query = new AuditQuery("tracking", "experiment.orphan-found", experimentId, null, null, null, null);
		return this.audit.search(query, 200, null).items().size();
	}

	private long wakes() {
		return this.jdbc.sql("select count(*) from scheduled_tasks where task_name = 'wake'")
			.query(Long.class)
			.single();
	}

}
