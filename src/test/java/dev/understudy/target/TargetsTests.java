package dev.understudy.target;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TargetsTests {

	private static final TargetProperties.Entry PROD = new TargetProperties.Entry("prod", "123456789012", "eu-west-1",
			null, List.of("arn:aws:iam::123456789012:role/shadow"));

	@Test
	void aSimulatorWithoutTargetsHasTheSandbox() {
		Targets targets = new Targets(properties("simulator"));
		assertThat(targets.standard().name()).isEqualTo("sandbox");
		assertThat(targets.standard().executionRoles()).containsExactly("arn:aws:iam::111122223333:role/shadow",
				"arn:aws:iam::111122223333:role/shadow-gpu");
	}

	@Test
	void awsWithoutTargetsIsRefusedNamingWhatToSet() {
		assertThatExceptionOfType(MissingTargetException.class).isThrownBy(() -> new Targets(properties("aws")))
			.satisfies((ex) -> assertThat(new MissingTargetAnalyzer().analyze(ex, ex).getAction())
				.contains("understudy.targets[0].name"));
	}

	@Test
	void theFirstTargetIsTheOneUsedWhenNoneIsNamed() {
		assertThat(new Targets(properties("aws", PROD)).standard().name()).isEqualTo("prod");
	}

	@Test
	void anUnknownTargetIsNamed() {
		assertThatExceptionOfType(UnknownTargetException.class)
			.isThrownBy(() -> new Targets(properties("aws", PROD)).get("stage"))
			.withMessageContaining("stage");
	}

	private static TargetProperties properties(String mode, TargetProperties.Entry... entries) {
		return new TargetProperties(List.of(entries), new TargetProperties.SageMaker(mode, null));
	}

}
