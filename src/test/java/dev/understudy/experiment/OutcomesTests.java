package dev.understudy.experiment;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.understudy.definition.Drafts;
import dev.understudy.definition.Finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What delivery tells of a submission. */
class OutcomesTests extends ExperimentSetting {

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

}
