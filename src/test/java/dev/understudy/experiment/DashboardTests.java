package dev.understudy.experiment;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.understudy.actor.Role;
import dev.understudy.delivery.WaitingFor;

import static org.assertj.core.api.Assertions.assertThat;

/** What the dashboard says. */
class DashboardTests extends ExperimentSetting {

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

}
