package dev.understudy.cost;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;

import static org.assertj.core.api.Assertions.assertThat;

class EstimateTests {

	private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	private static final String SHADOW = "/ModelVariants/1/InfrastructureConfig/RealTimeInferenceConfig";

	@Test
	void aShadowCostsInstancesTimesPriceTimesHours() {
		Estimate estimate = Estimate.of(Drafts.complete(), PricesOf.m5(), NOW);
		assertThat(estimate.unknown()).isEmpty();
		assertThat(estimate.hours()).isEqualTo("168");
		assertThat(money(estimate.perHour())).isEqualTo("0.46 USD");
		assertThat(money(estimate.total())).isEqualTo("77.28 USD");
	}

	@Test
	void theSamplingChangesNothing() {
		Draft little = Drafts.complete()
			.with("/ShadowModeConfig/ShadowModelVariants/0/SamplingPercentage", JsonNodeFactory.instance.numberNode(1));
		assertThat(Estimate.of(little, PricesOf.m5(), NOW))
			.isEqualTo(Estimate.of(Drafts.complete(), PricesOf.m5(), NOW));
	}

	@Test
	void withoutAScheduleSevenDaysAreCounted() {
		Estimate estimate = Estimate.of(Drafts.minimal(), PricesOf.m5(), NOW);
		assertThat(estimate.endIsAssumed()).isTrue();
		assertThat(estimate.length()).isEqualTo(Duration.ofDays(7));
		assertThat(money(estimate.total())).isEqualTo("77.28 USD");
	}

	@Test
	void withoutAPriceTheCostIsUnknownAndNotNothing() {
		Estimate estimate = Estimate.of(Drafts.complete(), null, NOW);
		assertThat(estimate.unknown()).containsExactly(Unknown.PRICE);
		assertThat(estimate.perHour()).isNull();
		assertThat(estimate.total()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "/ModelVariants/1/InfrastructureConfig/RealTimeInferenceConfig/InstanceCount,INSTANCE_COUNT",
			"/ModelVariants/1/InfrastructureConfig/RealTimeInferenceConfig/InstanceType,INSTANCE_TYPE",
			"/Schedule/StartTime,SCHEDULE", "/Schedule/EndTime,SCHEDULE" })
	void whatCannotBeReadIsUnknown(String pointer, Unknown unknown) {
		Draft odd = Drafts.complete().with(pointer, JsonNodeFactory.instance.booleanNode(true));
		Estimate estimate = Estimate.of(odd, (unknown == Unknown.INSTANCE_TYPE) ? null : PricesOf.m5(), NOW);
		assertThat(estimate.unknown()).containsExactly(unknown);
		assertThat(estimate.total()).isNull();
	}

	@Test
	void aTestThatEndsBeforeItStartsHasNoCost() {
		Draft backwards = Drafts.complete()
			.with("/Schedule/EndTime", JsonNodeFactory.instance.stringNode("2026-11-30T08:00:00Z"));
		assertThat(Estimate.of(backwards, PricesOf.m5(), NOW).unknown()).containsExactly(Unknown.SCHEDULE);
	}

	@Test
	void anEmptyDraftSaysWhatItLacks() {
		assertThat(Estimate.of(Draft.empty(), null, NOW).unknown()).containsExactly(Unknown.INSTANCE_TYPE,
				Unknown.INSTANCE_COUNT);
	}

	@Test
	void theShadowIsTheVariantNamedSoWhereverItStands() {
		Draft draft = Drafts.complete()
			.with("/ShadowModeConfig/ShadowModelVariants/0/ShadowModelVariantName",
					JsonNodeFactory.instance.stringNode("production"))
			.with(SHADOW + "/InstanceType", JsonNodeFactory.instance.stringNode("ml.g5.xlarge"));
		assertThat(Estimate.of(draft, null, NOW).instanceType()).isEqualTo("ml.m5.xlarge");
	}

	@ParameterizedTest
	@CsvSource({ "0.23, 1, PT1H, 0.23", "0.23, 1, PT1S, 0.00", "0.23, 1, PT78S, 0.00", "0.23, 1, PT79S, 0.01",
			"0.005, 1, PT1H, 0.01", "113.068, 4, PT720H, 325635.84", "0.2142, 3, PT20M, 0.21", "1, 1, -PT1H, 0.00" })
	void amountsAreExactUntilTheyAreRoundedHalfUp(String price, int count, Duration time, String expected) {
		assertThat(PricesOf.m5(price).of(count, time).rounded()).isEqualTo(expected);
	}

	@Test
	void aPriceFinerThanCentsStaysFine() {
		assertThat(new Money(new BigDecimal("0.2142"), "USD").exact()).isEqualTo("0.2142");
		assertThat(new Money(new BigDecimal("0.50"), "USD").exact()).isEqualTo("0.50");
		assertThat(new Money(new BigDecimal("100"), "JPY").exact()).isEqualTo("100");
		assertThat(new Money(new BigDecimal("99.5"), "JPY").rounded()).isEqualTo("100");
	}

	@Test
	void aDifferenceHasASign() {
		assertThat(new Resizing("a", 1, "b", 2, new Money(new BigDecimal("0.5"), "USD")).difference())
			.isEqualTo("+0.50");
		assertThat(new Resizing("a", 1, "b", 2, new Money(new BigDecimal("-0.5"), "USD")).difference())
			.isEqualTo("-0.50");
		assertThat(new Resizing("a", 1, "b", 2, null).difference()).isNull();
	}

	private static String money(@Nullable Money money) {
		return (money != null) ? money.rounded() + " " + money.currency() : "unknown";
	}

}
