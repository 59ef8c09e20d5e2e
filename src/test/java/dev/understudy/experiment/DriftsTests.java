package dev.understudy.experiment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import dev.understudy.actor.Role;
import dev.understudy.definition.Change;
import dev.understudy.definition.Drafts;
import dev.understudy.delivery.Operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;

@RecordApplicationEvents
class DriftsTests extends RehearsedTests {

	private static final Duration SETTLING = Duration.ofMinutes(20);

	@Autowired
	Drifts drifts;

	@Autowired
	Overview overview;

	@Autowired
	Operations operations;

	@Autowired
	ApplicationEvents events;

	@Test
	void whatIsDescribedIsKeptWithEachSighting() {
		UUID id = live("kept");
		Sighting first = Described.as("Created", 0, Described.usual());
		Sighting second = Described.as("Created", 1, Described.sampling(60));
		assertThat(this.sightings.sighted(id, first)).isTrue();
		assertThat(this.sightings.sighted(id, second)).isTrue();
		assertThat(this.experiments.sightings(id, 10)).containsExactly(second, first);
		assertThat(this.sightings.watched(id)).hasValueSatisfying((it) -> assertThat(it.sighting()).isEqualTo(second));
		assertThat(get(id).getSighting()).isEqualTo(second);
	}

	@Test
	void aChangeThatWeDidNotAskForIsADriftThatListsShow() {
		UUID id = drifted("outside", 60);
		assertThat(get(id).getDrift()).extracting(Change::before, Change::after)
			.extracting(Object::toString)
			.containsExactly("(100, 60)");
		assertThat(this.overview.item(id).experiment().drifted()).isTrue();
		assertThat(attention("author")).contains(id);
		assertThat(attention("somebody-else")).doesNotContain(id);
		ExperimentEvent event = event(id, ExperimentEvent.What.DRIFTED);
		assertThat(event.before()).isEqualTo("{\"/ShadowModeConfig/ShadowModelVariants/0/SamplingPercentage\":100}");
		assertThat(event.after()).isEqualTo("{\"/ShadowModeConfig/ShadowModelVariants/0/SamplingPercentage\":60}");
		assertThat(event.awsRequestId()).isEqualTo("aws-1");
		assertThat(event.actor().name()).isEqualTo("tracking");
	}

	@Test
	void aChangeThatMayBeOursIsNone() {
		UUID id = live("ours");
		this.sightings.sighted(id, Described.as("Created", 0, Described.usual()));
		given(this.operations.explain(eq(id), any(), any(), any())).willReturn(true);
		this.sightings.sighted(id, Described.as("Updating", 9, Described.sampling(60)));
		assertThat(get(id).getDrift()).isEmpty();
		assertThat(actions(id)).doesNotContain("experiment.drifted");
		verify(this.operations).explain(eq(id), eq(Described.BEGIN.minusSeconds(60)), any(), any());
	}

	@Test
	void whatWeDidBeforeItWasLastSeenUnchangedIsNotTheCause() {
		UUID id = live("later");
		this.sightings.sighted(id, Described.as("Created", 0, Described.usual()));
		Instant unchanged = Described.BEGIN.plusSeconds(3600);
		this.sightings.sighted(id, Described.as("Created", 61, Described.sampling(60)), unchanged);
		verify(this.operations).explain(eq(id), eq(unchanged.minusSeconds(60)), any(), any());
		assertThat(get(id).getDrift()).hasSize(1);
	}

	@Test
	void whatAnUpdateOfOursMadeIsKnown() {
		UUID id = drifted("made", 60);
		Experiment experiment = get(id);
		experiment.made(Described.sampling(60).document());
		assertThat(experiment.getDrift()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "Stopping", "Completed", "Cancelled" })
	void whatChangesWhileItEndsIsNoDrift(String status) {
		UUID id = live("ends-" + status.toLowerCase(Locale.ROOT));
		this.sightings.sighted(id, Described.as("Running", 0, Described.usual()));
		this.sightings.sighted(id, Described.as(status, 1, Described.sampling(60)));
		assertThat(actions(id)).doesNotContain("experiment.drifted");
		assertThat(get(id).getDrift()).isEmpty();
	}

	@Test
	void takingNoteMakesARevisionThatSaysWhatSageMakerSays() {
		UUID id = drifted("noted", 60);
		this.drifts.accept(id, get(id).getVersion(), Actors.user("second", Role.AUTHOR));
		ExperimentView noted = this.experiments.get(id);
		assertThat(noted.experiment().getDrift()).isEmpty();
		assertThat(noted.revision()).satisfies((revision) -> {
			assertThat(revision.number()).isEqualTo(2);
			assertThat(revision.author()).isEqualTo("second");
			assertThat(revision.draft().samplingPercentage()).hasValue(60);
			assertThat(revision.draft().at("/Schedule").isMissingNode()).isTrue();
		});
		assertThat(noted.experiment().getDefinitionSha256()).isEqualTo(noted.revision().sha256());
		assertThat(noted.experiment().getOutline()).satisfies((outline) -> {
			assertThat(outline.sampling()).isEqualTo(60);
			assertThat(outline.startTime()).isEqualTo("2026-12-01T09:00:00Z");
		});
		assertThat(event(id, ExperimentEvent.What.DRIFT_ACCEPTED).after()).contains("60");
		this.sightings.sighted(id, Described.as("Running", 5, Described.sampling(60)));
		assertThat(get(id).getDrift()).isEmpty();
	}

	@Test
	void nobodyTakesNoteOfWhatTheyHaveNotSeen() {
		UUID id = drifted("stale", 60);
		long seen = get(id).getVersion();
		this.sightings.sighted(id, Described.as("Created", 2, Described.sampling(70)));
		assertThatExceptionOfType(StaleExperimentException.class)
			.isThrownBy(() -> this.drifts.accept(id, seen, Actors.author()));
		assertThat(get(id).getDrift()).hasSize(1);
	}

	@Test
	void thereIsNothingToTakeNoteOfTwice() {
		UUID id = drifted("twice", 60);
		this.drifts.accept(id, null, Actors.author());
		assertThatExceptionOfType(IllegalPhaseException.class)
			.isThrownBy(() -> this.drifts.accept(id, null, Actors.author()));
		assertThat(get(id).getRevision()).isEqualTo(2);
	}

	@Test
	void whatWasSeenEarlierComesTooLate() {
		UUID id = live("late");
		this.sightings.sighted(id, Described.as("Running", 5, Described.usual()));
		assertThat(this.sightings.sighted(id, Described.as("Created", 4, Described.usual()))).isFalse();
	}

	@Test
	void whatIsMissingSoonAfterItsCreateWasSentIsNotGone() {
		UUID id = live("young");
		given(this.operations.createSent(id)).willReturn(Optional.of(Described.BEGIN));
		assertThat(this.sightings.missed(id, Described.BEGIN.plus(SETTLING).minusMillis(1), SETTLING)).isFalse();
		assertThat(get(id).getPhase()).isEqualTo(Phase.LIVE);
		assertThat(this.sightings.missed(id, Described.BEGIN.plus(SETTLING), SETTLING)).isTrue();
		assertThat(get(id).getEnded()).extracting(Ended::how).isEqualTo(Ending.GONE);
	}

	@Test
	void whatIsMissingWhileWeAreAtItIsLeftToDelivery() {
		UUID id = live("being-deleted");
		Instant missed = Described.BEGIN.plusSeconds(86_400);
		given(this.operations.sentSince(id, missed)).willReturn(true);
		assertThat(this.sightings.missed(id, missed, SETTLING)).isFalse();
		assertThat(get(id).getPhase()).isEqualTo(Phase.LIVE);
	}

	private UUID drifted(String name, int sampling) {
		UUID id = live(name);
		this.sightings.sighted(id, Described.as("Created", 0, Described.usual()));
		this.sightings.sighted(id, Described.as("Created", 1, Described.sampling(sampling)));
		return id;
	}

	private UUID live(String name) {
		UUID id = this.experiments
			.draft(new NewDraft(null, Drafts.change(Drafts.minimal(), "/Name", name)), Actors.author())
			.experiment()
			.getId();
		this.experiments.submit(id, 1, Actors.author());
		this.delivery.confirm(get(id), Described.ARN);
		return id;
	}

	private Experiment get(UUID id) {
		return this.experiments.get(id).experiment();
	}

	private List<UUID> attention(String reader) {
		return this.overview.dashboard(Actors.user(reader, Role.AUTHOR))
			.attention()
			.stream()
			.map((item) -> item.experiment().id())
			.toList();
	}

	private List<String> actions(UUID id) {
		return this.events.stream(ExperimentEvent.class)
			.filter((event) -> event.experimentId().equals(id))
			.map(ExperimentEvent::action)
			.toList();
	}

	private ExperimentEvent event(UUID id, ExperimentEvent.What what) {
		return this.events.stream(ExperimentEvent.class)
			.filter((event) -> event.experimentId().equals(id) && event.what() == what)
			.findFirst()
			.orElseThrow();
	}

}
