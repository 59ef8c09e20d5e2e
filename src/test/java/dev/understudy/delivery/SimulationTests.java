package dev.understudy.delivery;

import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A short form of {@link SimulationProgram}. With -Dseed=… it plays that seed alone and
 * tells all that happens.
 */
class SimulationTests {

	private static final int SEEDS = 20_000;

	private final Simulation<Play> simulation = new Simulation<>(new PlayOfCreate(PlayRules.real()));

	@Test
	@DisabledIfSystemProperty(named = "seed", matches = ".+")
	void nothingEverGoesWrong() {
		long first = RandomGenerator.getDefault().nextInt();
		LongStream.range(first, first + SEEDS)
			.filter((seed) -> this.simulation.play(seed) != null)
			.findFirst()
			.ifPresent((seed) -> {
				throw new AssertionError(this.simulation.replay(seed) + "%nAgain: -Dseed=%d".formatted(seed));
			});
	}

	@Test
	@EnabledIfSystemProperty(named = "seed", matches = ".+")
	void nothingGoesWrongWithTheSeedThatIsAskedFor() {
		SimulationReport report = this.simulation.replay(Long.getLong("seed"));
		System.out.println(report);
		assertThat(report.wrong()).as(report.toString()).isNull();
	}

	@Test
	void aSeedPlaysTheSameAgain() {
		assertThat(this.simulation.replay(42)).isEqualTo(this.simulation.replay(42));
	}

	@Test
	void findsWhatAMissingGuardBreaks() {
		Simulation<Play> unsettled = new Simulation<>(new PlayOfCreate(PlayRules.real().without(PlayGuard.SETTLING)));
		assertThat(LongStream.range(0, SEEDS).mapToObj(unsettled::play))
			.anyMatch("cancelled, but ours stands there"::equals);
	}

	@Test
	void timesAreThoseOfProduction() {
		DeliveryProperties defaults = Binder.get(new MockEnvironment())
			.bindOrCreate("understudy.delivery", DeliveryProperties.class);
		PlayTimes times = PlayTimes.real();
		assertThat(times.claim()).isEqualTo(defaults.claim());
		assertThat(times.skew()).isEqualTo(defaults.clockSkew());
		assertThat(times.settle()).isEqualTo(defaults.settle());
		assertThat(times.inUse()).isEqualTo(defaults.inUse());
	}

}
