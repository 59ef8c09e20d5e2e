package dev.understudy.delivery;

import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

import dev.understudy.Aside;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A short form of {@link SimulationProgram}. With -Dseed=… it plays that seed alone and
 * tells all that happens.
 */
@Aside
class SimulationTests {

	private static final int SEEDS = 20_000;

	private final Simulations simulations = Simulations.with(PlayRules.real());

	@Test
	@DisabledIfSystemProperty(named = "seed", matches = ".+")
	void nothingEverGoesWrong() {
		long first = RandomGenerator.getDefault().nextInt();
		this.simulations.firstWrong(first, SEEDS).ifPresent((seed) -> {
			throw new AssertionError("%s%nTo play it again: -Dseed=%d".formatted(this.simulations.replay(seed), seed));
		});
	}

	@Test
	@EnabledIfSystemProperty(named = "seed", matches = ".+")
	void nothingGoesWrongWithTheSeedThatIsAskedFor() {
		SimulationReport report = this.simulations.replay(Long.getLong("seed"));
		System.out.println(report);
		assertThat(report.wrong()).as(report.toString()).isNull();
	}

	@Test
	void aSeedPlaysTheSameAgain() {
		assertThat(this.simulations.replay(42)).isEqualTo(this.simulations.replay(42));
	}

	@ParameterizedTest(name = "without {0}")
	@EnumSource(names = { "INTENT", "SETTLING", "SEND_GUARD" })
	void noticesAMissingGuard(PlayGuard guard) {
		assertThat(Simulations.with(PlayRules.real().without(guard)).firstWrong(0, SEEDS)).isPresent();
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
		assertThat(times.missing()).isEqualTo(defaults.missingFor());
	}

}
