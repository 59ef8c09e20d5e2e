package dev.understudy.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.mockito.ArgumentCaptor;

import dev.understudy.database.DatabaseClock;
import dev.understudy.experiment.Sighting;
import dev.understudy.experiment.Sightings;
import dev.understudy.experiment.Watched;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.target.Target;

import static dev.understudy.tracking.Watch.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

class LookoutTests {

	private static final Target TARGET = new Target("sandbox", "111122223333", "us-east-1", null, List.of("role"));

	private static final Instant LONG_AGO = NOW.minusSeconds(86400);

	private final ListedShadowTests sageMaker = new ListedShadowTests();

	private final Sightings sightings = mock(Sightings.class);

	private final Missing missing = new Missing(Watch.properties(), this.sightings);

	private final Looks looks = new Looks();

	private final DatabaseClock clock = mock(DatabaseClock.class);

	private final Budget budget = new Budget(Watch.properties(), () -> 0,
			(wait) -> this.waited = this.waited.plus(wait));

	private Duration waited = Duration.ZERO;

	private final List<Watched> watched = new ArrayList<>();

	@BeforeEach
	void watch() {
		given(this.sightings.watched(TARGET)).willReturn(this.watched);
		given(this.sightings.missed(any(), any(), any())).willReturn(true);
	}

	@Test
	void nothingLiveCostsNoCall() {
		look(NOW);
		assertThat(this.sageMaker.calls).isEmpty();
	}

	@Test
	void aThousandUnchangedExperimentsCostTenCalls() {
		for (int number = 0; number < 1000; number++) {
			live("test-" + number, "Running", LONG_AGO.plusSeconds(number));
		}
		look(NOW);
		assertThat(this.sageMaker.calls).hasSize(10).containsOnly("list");
	}

	@Test
	void aThousandLiveOnesAmongOthersCostElevenCallsAtMost() {
		for (int number = 0; number < 1000; number++) {
			live("test-" + number, (number % 3 == 0) ? "Created" : "Running", LONG_AGO.plusSeconds(10 * number));
		}
		for (int number = 0; number < 90; number++) {
			this.sageMaker.put("over-" + number, "Completed", LONG_AGO.plusSeconds(100 * number + 5), NOW);
		}
		for (int number = 0; number < 900; number++) {
			this.sageMaker.put("old-" + number, "Completed", LONG_AGO.minusSeconds(1 + number), LONG_AGO);
		}
		look(NOW);
		assertThat(this.sageMaker.calls).hasSize(11).containsOnly("list");
		assertThat(this.waited).isEqualTo(Duration.ofMillis(200));
	}

	@Test
	void anItemThatIsListedTwiceIsComparedOnce() {
		live("twice", "Creating", LONG_AGO);
		this.sageMaker.put("twice", "Running", LONG_AGO, NOW);
		this.sageMaker.repeated = true;
		look(NOW);
		assertThat(this.sageMaker.calls).containsExactly("list", "describe twice");
	}

	@Test
	void aListThatLeadsBackIntoItselfIsGivenUp() {
		live("ours", "Running", LONG_AGO);
		this.sageMaker.hidden.add("ours");
		this.sageMaker.circular = true;
		assertThatExceptionOfType(SageMakerRefusal.class).isThrownBy(() -> look(NOW)).withMessageContaining("endless");
		assertThat(this.sageMaker.calls).hasSizeLessThan(60);
	}

	@Test
	void anEarlierOneOfTheSameNameIsNotOurs() {
		this.watched.add(Watch.seen("reused", "Running", LONG_AGO));
		this.sageMaker.put("reused", "Completed", LONG_AGO.minusSeconds(60), LONG_AGO);
		look(NOW);
		verify(this.sightings, never()).sighted(any(), any(), any());
	}

	@Test
	void whoTakesInASightingLearnsWhenNothingHadChangedYet() {
		live("ours", "Running", LONG_AGO);
		look(NOW);
		this.sageMaker.put("ours", "Updating", LONG_AGO, NOW.plusSeconds(20));
		look(NOW.plusSeconds(30));
		verify(this.sightings).sighted(eq(Watch.id("ours")), any(), eq(NOW));
	}

	@Test
	void aPageThatIsNotAnsweredIsAskedForAgain() {
		for (int number = 0; number < 150; number++) {
			live("test-" + number, "Running", LONG_AGO.plusSeconds(number));
		}
		this.sageMaker.unansweredPages = 2;
		look(NOW);
		assertThat(this.sageMaker.calls).hasSize(4).containsOnly("list");
	}

	@Test
	void aPageThatIsNeverAnsweredEndsTheWalk() {
		for (int number = 0; number < 150; number++) {
			live("test-" + number, "Running", LONG_AGO.plusSeconds(number));
		}
		this.sageMaker.unansweredPages = 3;
		assertThatExceptionOfType(SageMakerRefusal.class).isThrownBy(() -> look(NOW));
		assertThat(this.sageMaker.calls).hasSize(4).containsOnly("list");
	}

	@Test
	void throttlingEndsTheWalkAtOnce() {
		live("ours", "Running", LONG_AGO);
		this.sageMaker.refusing = SageMakerRefusal.Kind.THROTTLED;
		assertThatExceptionOfType(SageMakerRefusal.class).isThrownBy(() -> look(NOW));
		assertThat(this.sageMaker.calls).containsExactly("list");
	}

	@Test
	void olderPagesThanTheOldestLiveOneAreNotRead() {
		for (int number = 0; number < 500; number++) {
			this.sageMaker.put("old-" + number, "Completed", LONG_AGO.minusSeconds(9000 + number), LONG_AGO);
		}
		this.watched.add(Watch.seen("listed-nowhere", "Running", LONG_AGO));
		live("ours", "Running", LONG_AGO.plusSeconds(60));
		look(NOW);
		assertThat(this.sageMaker.calls).containsExactly("list", "describe listed-nowhere");
	}

	@Test
	void onlyWhatChangedIsDescribed() {
		live("same", "Running", LONG_AGO);
		live("changed", "Creating", LONG_AGO);
		this.sageMaker.put("changed", "Running", LONG_AGO, NOW);
		look(NOW);
		assertThat(this.sageMaker.calls).containsExactly("list", "describe changed");
		assertThat(sighted("changed")).extracting(Sighting::status, Sighting::arn, Sighting::observedAt)
			.containsExactly("Running", "arn:changed", NOW);
	}

	@Test
	void emptyPagesThatGoOnAreGoneThrough() {
		live("ours", "Creating", LONG_AGO);
		this.sageMaker.put("ours", "Running", LONG_AGO, NOW);
		this.sageMaker.emptyPages = 3;
		look(NOW);
		assertThat(this.sageMaker.calls).containsExactly("list", "list", "list", "list", "describe ours");
	}

	@Test
	void whatAListLeavesOutIsNotTakenForGone() {
		live("ours", "Running", LONG_AGO);
		this.sageMaker.hidden.add("ours");
		look(NOW);
		look(NOW.plusSeconds(3600));
		verify(this.sightings, never()).missed(any(), any(), any());
	}

	@Test
	void whatIsMissingTwiceAMinuteApartIsGone() {
		this.watched.add(Watch.seen("lost", "Running", LONG_AGO));
		look(NOW);
		look(NOW.plusSeconds(59));
		verify(this.sightings, never()).missed(any(), any(), any());
		look(NOW.plusSeconds(60));
		verify(this.sightings).missed(Watch.id("lost"), NOW.plusSeconds(60), Duration.ofMinutes(20));
	}

	@Test
	void beingFoundInBetweenEndsTheDoubt() {
		this.watched.add(Watch.seen("flickering", "Running", LONG_AGO));
		look(NOW);
		this.sageMaker.put("flickering", "Running", LONG_AGO, LONG_AGO);
		look(NOW.plusSeconds(30));
		this.sageMaker.tests.clear();
		look(NOW.plusSeconds(70));
		verify(this.sightings, never()).missed(any(), any(), any());
	}

	@Test
	void aLaterOneOfTheSameNameIsNotOurs() {
		this.watched.add(Watch.seen("reused", "Running", LONG_AGO));
		this.sageMaker.put("reused", "Running", NOW.minusSeconds(60), NOW);
		look(NOW);
		look(NOW.plusSeconds(60));
		verify(this.sightings, never()).sighted(any(), any(), any());
		verify(this.sightings).missed(Watch.id("reused"), NOW.plusSeconds(60), Duration.ofMinutes(20));
	}

	@Test
	void emptyPagesThatGoOnForEverAreGivenUp() {
		live("ours", "Running", LONG_AGO);
		this.sageMaker.emptyPages = 1000;
		assertThatExceptionOfType(SageMakerRefusal.class).isThrownBy(() -> look(NOW)).withMessageContaining("endless");
		assertThat(this.sageMaker.calls).hasSizeBetween(10, 100);
	}

	@ParameterizedTest
	@EnumSource(names = { "DENIED", "NO_ANSWER", "UNAVAILABLE" })
	void oneThatMayNotBeReadDoesNotHideTheOthers(SageMakerRefusal.Kind kind) {
		this.sageMaker.unreadable = kind;
		for (String name : List.of("first", "denied", "last")) {
			live(name, "Creating", LONG_AGO);
			this.sageMaker.put(name, "Running", LONG_AGO, NOW);
		}
		this.sageMaker.denied.add("denied");
		look(NOW);
		assertThat(sighted("first").status()).isEqualTo("Running");
		assertThat(sighted("last").status()).isEqualTo("Running");
		verify(this.sightings, never()).sighted(eq(Watch.id("denied")), any(), any());
	}

	@Test
	void aDoubtThatWasNotRenewedCountsAsNone() {
		this.watched.add(Watch.seen("seen-elsewhere", "Running", LONG_AGO));
		look(NOW);
		look(NOW.plusSeconds(901));
		verify(this.sightings, never()).missed(any(), any(), any());
	}

	@Test
	void throttlingIsNotTakenForAnything() {
		this.watched.add(Watch.seen("ours", "Running", LONG_AGO));
		this.sageMaker.refusing = SageMakerRefusal.Kind.THROTTLED;
		assertThatExceptionOfType(SageMakerRefusal.class).isThrownBy(() -> look(NOW));
		verify(this.sightings, never()).missed(any(), any(), any());
	}

	@Test
	void whereNobodyIsAnsweredForTheWalkEnds() {
		for (String name : List.of("first", "second", "third", "fourth")) {
			live(name, "Creating", LONG_AGO);
			this.sageMaker.put(name, "Running", LONG_AGO, NOW);
			this.sageMaker.denied.add(name);
		}
		this.sageMaker.unreadable = SageMakerRefusal.Kind.UNAVAILABLE;
		assertThatExceptionOfType(SageMakerRefusal.class).isThrownBy(() -> look(NOW));
		assertThat(this.sageMaker.calls).hasSize(4).startsWith("list");
	}

	private void live(String name, String status, Instant created) {
		this.watched.add(Watch.seen(name, status, created));
		this.sageMaker.put(name, status, created, created);
	}

	private void look(Instant now) {
		given(this.clock.now()).willReturn(now);
		CloserLook closer = new CloserLook(this.sageMaker, this.sightings, this.missing, this.looks, this.budget,
				this.clock);
		new Lookout(new SweepCalls(this.sageMaker, this.budget), this.sightings, closer, this.missing, this.looks,
				this.clock)
			.look(TARGET);
	}

	private Sighting sighted(String name) {
		ArgumentCaptor<Sighting> seen = ArgumentCaptor.captor();
		verify(this.sightings).sighted(eq(Watch.id(name)), seen.capture(), any());
		return seen.getValue();
	}

}
