package dev.understudy.simulator;

import java.time.Duration;
import java.time.Instant;

import software.amazon.awssdk.services.sagemaker.model.CreateInferenceExperimentRequest;
import software.amazon.awssdk.services.sagemaker.model.InferenceExperimentType;
import software.amazon.awssdk.services.sagemaker.model.ModelVariantConfig;
import software.amazon.awssdk.services.sagemaker.model.ShadowModelVariantConfig;
import software.amazon.awssdk.services.sagemaker.model.Tag;

/**
 * Requests as the Java SDK builds them.
 */
final class SdkRequests {

	private SdkRequests() {
	}

	static CreateInferenceExperimentRequest create(String name, String endpoint) {
		return builder(name, endpoint).build();
	}

	static CreateInferenceExperimentRequest scheduled(String name, String endpoint, Instant start) {
		return builder(name, endpoint).schedule((s) -> s.startTime(start).endTime(start.plus(Duration.ofDays(2))))
			.build();
	}

	private static CreateInferenceExperimentRequest.Builder builder(String name, String endpoint) {
		return CreateInferenceExperimentRequest.builder()
			.name(name)
			.type(InferenceExperimentType.SHADOW_MODE)
			.roleArn("arn:aws:iam::111122223333:role/shadow")
			.endpointName(endpoint)
			.modelVariants(variant("production", "fraud-v6"), variant("shadow", "fraud-v7"))
			.shadowModeConfig((config) -> config.sourceModelVariantName("production")
				.shadowModelVariants(ShadowModelVariantConfig.builder()
					.shadowModelVariantName("shadow")
					.samplingPercentage(40)
					.build()))
			.tags(Tag.builder().key("origin").value("sdk").build());
	}

	private static ModelVariantConfig variant(String name, String model) {
		return ModelVariantConfig.builder()
			.variantName(name)
			.modelName(model)
			.infrastructureConfig((config) -> config.infrastructureType("RealTimeInference")
				.realTimeInferenceConfig((hosts) -> hosts.instanceType("ml.m5.xlarge").instanceCount(1)))
			.build();
	}

}
