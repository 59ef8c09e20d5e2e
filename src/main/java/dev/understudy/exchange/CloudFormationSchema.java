package dev.understudy.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The members that a definition can have as a resource of CloudFormation
 * (AWS::SageMaker::InferenceExperiment). Terraform's provider awscc is made from the
 * same.
 */
final class CloudFormationSchema {

	private static final Level VALUE = new Level(Map.of());

	private static final Level TAG = values("Key", "Value");

	private static final Level SCHEDULE = values("StartTime", "EndTime");

	private static final Level INFRASTRUCTURE = new Level(
			Map.of("InfrastructureType", VALUE, "RealTimeInferenceConfig", values("InstanceType", "InstanceCount")));

	private static final Level VARIANT = new Level(
			Map.of("VariantName", VALUE, "ModelName", VALUE, "InfrastructureConfig", INFRASTRUCTURE));

	private static final Level SHADOW_MODE = new Level(Map.of("SourceModelVariantName", VALUE, "ShadowModelVariants",
			values("ShadowModelVariantName", "SamplingPercentage")));

	private static final Level CAPTURE = new Level(Map.of("Destination", VALUE, "KmsKey", VALUE, "ContentType",
			values("CsvContentTypes", "JsonContentTypes")));

	private static final Level ROOT = new Level(
			Map.ofEntries(Map.entry("Name", VALUE), Map.entry("Type", VALUE), Map.entry("Description", VALUE),
					Map.entry("RoleArn", VALUE), Map.entry("EndpointName", VALUE), Map.entry("ModelVariants", VARIANT),
					Map.entry("ShadowModeConfig", SHADOW_MODE), Map.entry("Schedule", SCHEDULE),
					Map.entry("DataStorageConfig", CAPTURE), Map.entry("KmsKey", VALUE), Map.entry("Tags", TAG)));

	private CloudFormationSchema() {
	}

	/** Takes out every member that is not in the schema, and names them. */
	static List<String> keepKnown(ObjectNode definition) {
		List<String> left = new ArrayList<>();
		keepKnown(definition, ROOT, "", left);
		return left;
	}

	private static void keepKnown(JsonNode value, Level level, String path, List<String> left) {
		switch (value) {
			case ObjectNode object -> {
				for (String name : List.copyOf(object.propertyNames())) {
					Level inside = level.members().get(name);
					if (inside == null) {
						left.add(path + name);
						object.remove(name);
					}
					else {
						keepKnown(object.path(name), inside, path + name + '.', left);
					}
				}
			}
			case ArrayNode list -> list.forEach((item) -> keepKnown(item, level, path, left));
			default -> {
			}
		}
	}

	private static Level values(String one, String other) {
		return new Level(Map.of(one, VALUE, other, VALUE));
	}

	/** What may stand in an object, or in each object of a list. */
	private record Level(Map<String, Level> members) {

	}

}
