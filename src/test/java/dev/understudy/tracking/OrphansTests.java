package dev.understudy.tracking;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.understudy.audit.AuditQuery;
import dev.understudy.experiment.Actors;
import dev.understudy.experiment.AlreadyManagedException;
import dev.understudy.experiment.ExperimentView;
import dev.understudy.experiment.NewDraft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What stands in an account because of us, and nobody here knows. */
class OrphansTests extends FoundSetting {

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

	private UUID submitted(String name) {
		NewDraft draft = new NewDraft(null, AwsAccount.scheduled(name));
		UUID id = this.experiments.draft(draft, Actors.author()).experiment().getId();
		this.experiments.submit(id, null, Actors.author());
		return id;
	}

	private long alarms(@Nullable UUID experimentId) {
		AuditQuery query = new AuditQuery("tracking", "experiment.orphan-found", experimentId, null, null, null, null);
		return this.audit.search(query, 200, null).items().size();
	}

}
