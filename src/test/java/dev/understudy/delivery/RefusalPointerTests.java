package dev.understudy.delivery;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalPointerTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					1 validation error detected: Value 'a_b' at 'name' failed to satisfy constraint: …                     | /Name
					Value null at 'roleArn' failed to satisfy constraint: Member must not be null                          | /RoleArn
					Value '' at 'modelVariants.1.member.variantName' failed to satisfy constraint: Member must have length | /ModelVariants/0/VariantName
					Value '0' at 'modelVariants.2.member.infrastructureConfig.realTimeInferenceConfig.instanceCount' failed to satisfy constraint: | /ModelVariants/1/InfrastructureConfig/RealTimeInferenceConfig/InstanceCount
					2 validation errors detected: Value 'x' at 'kmsKey' failed to satisfy constraint: a; Value 'y' at 'name' failed to satisfy constraint: b | /KmsKey
					Could not find endpoint "arn:aws:sagemaker:us-east-1:111122223333:endpoint/nowhere".                   | /EndpointName
					Could not find model "arn:aws:sagemaker:us-east-1:111122223333:model/nothing".                         | /ModelVariants
					""")
	void findsThePlaceThatAwsNames(String words, String pointer) {
		assertThat(RefusalPointer.find(words)).contains(pointer);
	}

	@ParameterizedTest
	@CsvSource({ "Rate exceeded", "Could not find the words", "at 'name'", "Value 'x' at '..' failed",
			"Could not find peace" })
	void findsNothingWhereAwsNamesNoPlace(String words) {
		assertThat(RefusalPointer.find(words)).isEmpty();
	}

	@Test
	void readsNoMoreThanTheBeginningOfEndlessWords() {
		assertThat(RefusalPointer.find("x".repeat(20_000) + "Could not find endpoint")).isEmpty();
	}

}
