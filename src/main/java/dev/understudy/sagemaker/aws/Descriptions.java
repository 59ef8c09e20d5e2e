package dev.understudy.sagemaker.aws;

import java.util.List;

import software.amazon.awssdk.services.sagemaker.model.DescribeInferenceExperimentResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.sagemaker.SageMakerRefusal.Kind;
import dev.understudy.sagemaker.ShadowTest;

/**
 * Reads descriptions of shadow tests back into the form of a definition document.
 */
final class Descriptions {

	/** The members that a description shares with a definition. */
	private static final List<String> SHARED = List.of("Name", "Type", "RoleArn", "ModelVariants", "ShadowModeConfig",
			"Schedule", "Description", "DataStorageConfig", "KmsKey");

	/** What a variant of a definition has; a description adds how it is doing. */
	private static final List<String> VARIANT = List.of("ModelName", "VariantName", "InfrastructureConfig");

	private Descriptions() {
	}

	static ShadowTest read(DescribeInferenceExperimentResponse answer) {
		if (answer.arn() == null || answer.name() == null || answer.statusAsString() == null) {
			throw new SageMakerRefusal(Kind.UNKNOWN, "unreadable", "SageMaker's description lacks ARN, name or status",
					RequestIds.of(answer), null);
		}
		return new ShadowTest(answer.arn(), answer.name(), answer.statusAsString(), answer.statusReason(),
				answer.creationTime(), answer.completionTime(), answer.lastModifiedTime(), definition(answer));
	}

	private static ObjectNode definition(DescribeInferenceExperimentResponse answer) {
		ObjectNode definition = WireJson.write(answer).retain(SHARED);
		for (JsonNode variant : definition.path("ModelVariants")) {
			((ObjectNode) variant).retain(VARIANT);
		}
		if (answer.endpointMetadata() != null) {
			definition.put("EndpointName", answer.endpointMetadata().endpointName());
		}
		return definition;
	}

}
