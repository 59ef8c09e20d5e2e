package dev.understudy.definition;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.understudy.definition.Definition.DataCapture;
import dev.understudy.definition.Definition.Schedule;
import dev.understudy.definition.Definition.Tag;
import dev.understudy.definition.Definition.Variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DefinitionTests {

	@Test
	void readsEveryMember() {
		Definition definition = Drafts.definition();
		assertThat(definition.name()).isEqualTo("fraud-v7-shadow");
		assertThat(definition.description()).isEqualTo("Does v7 hold up under the traffic of the lead?");
		assertThat(definition.roleArn()).isEqualTo("arn:aws:iam::111122223333:role/shadow");
		assertThat(definition.endpointName()).isEqualTo("fraud-prod");
		assertThat(definition.variants()).containsExactly(new Variant("production", "fraud-v6", "ml.m5.xlarge", 2),
				new Variant("shadow", "fraud-v7", "ml.m5.xlarge", 2));
		assertThat(definition.sourceVariant()).isEqualTo("production");
		assertThat(definition.shadowVariant()).isEqualTo("shadow");
		assertThat(definition.samplingPercentage()).isEqualTo(100);
		assertThat(definition.schedule())
			.isEqualTo(new Schedule(Instant.parse("2026-12-01T08:00:00Z"), Instant.parse("2026-12-08T08:00:00Z")));
		assertThat(definition.dataCapture()).isEqualTo(new DataCapture("s3://acme-sagemaker/capture/", "alias/capture",
				List.of("text/csv"), List.of("application/json")));
		assertThat(definition.kmsKey()).isEqualTo("alias/ml");
		assertThat(definition.tags()).containsExactly(new Tag("team", "fraud"), new Tag("cost-center", ""));
	}

	@Test
	void leavesOutWhatIsAbsent() {
		Definition definition = Drafts.definition(Drafts.minimal());
		assertThat(definition.description()).isNull();
		assertThat(definition.schedule()).isNull();
		assertThat(definition.dataCapture()).isNull();
		assertThat(definition.kmsKey()).isNull();
		assertThat(definition.tags()).isEmpty();
	}

	@Test
	void keepsOneEndOfASchedule() {
		Definition definition = Drafts.definition(Drafts.without("/Schedule/StartTime"));
		assertThat(definition.schedule()).isEqualTo(new Schedule(null, Instant.parse("2026-12-08T08:00:00Z")));
	}

	@Test
	void readsTimesAsEpochSeconds() {
		Definition definition = Drafts.definition(Drafts.with("/Schedule/StartTime", 1796112000.678));
		assertThat(definition.schedule()).extracting(Schedule::start)
			.isEqualTo(Instant.parse("2026-12-01T08:00:00.678Z"));
	}

	@Test
	void comesBackFromWhereItWasFrozen() {
		Definition definition = Drafts.definition();
		Definition thawed = Definition.thaw(definition.json());
		assertThat(thawed).isEqualTo(definition).hasSameHashCodeAs(definition);
		assertThat(thawed.sha256()).isEqualTo(definition.sha256()).matches("[0-9a-f]{64}");
		assertThat(thawed.json()).isEqualTo(definition.json());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/Name", "/ModelVariants/1", "/ShadowModeConfig", "/Tags/0/Value" })
	void doesNotComeBackFromADamagedOne(String missing) {
		String damaged = Drafts.without(missing).json();
		assertThatIllegalArgumentException().isThrownBy(() -> Definition.thaw(damaged))
			.withMessageStartingWith("Not a definition");
	}

	@Test
	void doesNotComeBackFromWhatIsNoJson() {
		assertThatExceptionOfType(MalformedDocument.class).isThrownBy(() -> Definition.thaw("{"));
	}

}
