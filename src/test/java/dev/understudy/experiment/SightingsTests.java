package dev.understudy.experiment;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is seen of an experiment in SageMaker. */
class SightingsTests extends ExperimentSetting {

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

}
