package dev.understudy.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.understudy.database.DatabaseClock;
import dev.understudy.database.Jobs;
import dev.understudy.experiment.Sightings;
import dev.understudy.experiment.Watched;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

import static dev.understudy.tracking.Watch.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

class OpenedLooksTests {

	private static final Target TARGET = new Target("sandbox", "111122223333", "us-east-1", null, List.of("role"));

	private final ListedShadowTests sageMaker = new ListedShadowTests();

	private final Sightings sightings = mock(Sightings.class);

	private final DatabaseClock clock = mock(DatabaseClock.class);

	private final Jobs jobs = mock(Jobs.class);

	private final Looks looks = new Looks();

	private final Budget budget = new Budget(Watch.properties(), () -> 0, (wait) -> {
	});

	private final Missing missing = new Missing(Watch.properties(), this.sightings);

	private final CloserLook closer = new CloserLook(this.sageMaker, this.sightings, this.missing, this.looks,
			this.budget, this.clock);

	private final Watched one = Watch.seen("open", "Running", NOW.minusSeconds(3600));

	@BeforeEach
	void watch() {
		this.sageMaker.put("open", "Running", NOW.minusSeconds(3600), NOW.minusSeconds(3600));
		given(this.sightings.watched(TARGET)).willReturn(List.of(this.one));
		given(this.sightings.watched(this.one.id())).willReturn(Optional.of(this.one));
	}

	@Test
	void whatIsOpenIsLookedAtOnceInFifteenSeconds() {
		look(NOW);
		look(NOW.plusMillis(14_999));
		assertThat(this.sageMaker.calls).containsExactly("describe open");
		look(NOW.plusSeconds(15));
		assertThat(this.sageMaker.calls).hasSize(2);
	}

	@Test
	void havingBeenInAListUnchangedIsALook() {
		given(this.clock.now()).willReturn(NOW);
		new Lookout(new SweepCalls(this.sageMaker, this.budget), this.sightings, this.closer, this.missing, this.looks,
				this.clock)
			.look(TARGET);
		look(NOW.plusSeconds(14));
		assertThat(this.sageMaker.calls).containsExactly("list");
		look(NOW.plusSeconds(15));
		assertThat(this.sageMaker.calls).containsExactly("list", "describe open");
	}

	@Test
	void newsWakesTheTarget() {
		look(NOW);
		verify(this.jobs, never()).wake(any());
		given(this.sightings.sighted(any(), any(), any())).willReturn(true);
		look(NOW.plusSeconds(15));
		verify(this.jobs).wake(Tracking.job("sandbox"));
	}

	@Test
	void whatIsNotLiveAnyMoreIsNotLookedAt() {
		given(this.sightings.watched(this.one.id())).willReturn(Optional.empty());
		look(NOW);
		assertThat(this.sageMaker.calls).isEmpty();
	}

	@Test
	void aLookThatIsThrottledIsNotTriedAgainAtOnce() {
		this.sageMaker.refusing = SageMakerRefusal.Kind.THROTTLED;
		look(NOW);
		look(NOW.plusSeconds(1));
		assertThat(this.sageMaker.calls).hasSize(1);
		verify(this.sightings, never()).sighted(any(), any(), any());
	}

	private void look(Instant now) {
		given(this.clock.now()).willReturn(now);
		new OpenedLooks(this.closer, this.looks, this.sightings, mock(Targets.class), this.jobs, this.clock,
				Watch.properties())
			.look(TARGET, this.one.id());
	}

}
