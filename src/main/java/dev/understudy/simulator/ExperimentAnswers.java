package dev.understudy.simulator;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Experiments as Describe and List show them.
 */
final class ExperimentAnswers {

	private final Catalog catalog;

	ExperimentAnswers(Catalog catalog) {
		this.catalog = catalog;
	}

	ObjectNode description(Experiment experiment) {
		ObjectNode answer = summary(experiment);
		answer.put("Arn", experiment.arn());
		Json.copy(experiment.definition(), answer, "DataStorageConfig", "ShadowModeConfig", "KmsKey");
		answer.set("EndpointMetadata", endpoint(experiment));
		ArrayNode variants = answer.putArray("ModelVariants");
		for (ObjectNode variant : experiment.variants().all()) {
			variants.add(variant.deepCopy().put("Status", variantStatus(experiment)));
		}
		return answer;
	}

	ObjectNode summary(Experiment experiment) {
		ObjectNode answer = Json.object();
		Json.copy(experiment.definition(), answer, "Name", "Type", "Description", "RoleArn");
		answer.put("Status", experiment.status().toString());
		if (experiment.statusReason() != null) {
			answer.put("StatusReason", experiment.statusReason());
		}
		answer.putObject("Schedule")
			.put("StartTime", Json.seconds(experiment.start()))
			.put("EndTime", Json.seconds(experiment.end()));
		putTime(answer, "CreationTime", experiment.createdAt());
		putTime(answer, "CompletionTime", experiment.completedAt());
		putTime(answer, "LastModifiedTime", experiment.modifiedAt());
		return answer;
	}

	private ObjectNode endpoint(Experiment experiment) {
		ObjectNode metadata = Json.object().put("EndpointName", experiment.endpoint());
		Endpoint endpoint = this.catalog.endpoint(experiment.endpoint());
		if (endpoint != null) {
			metadata.put("EndpointConfigName", endpoint.config()).put("EndpointStatus", endpoint.status());
		}
		return metadata;
	}

	private static String variantStatus(Experiment experiment) {
		return switch (experiment.status()) {
			case CREATING, CREATED, STARTING -> "Creating";
			case RUNNING -> "InService";
			case UPDATING -> experiment.isDeployed() ? "Updating" : "Creating";
			case STOPPING -> "Deleting";
			case COMPLETED, CANCELLED -> "Deleted";
		};
	}

	private static void putTime(ObjectNode answer, String member, @Nullable Instant time) {
		if (time != null) {
			answer.put(member, Json.seconds(time));
		}
	}

}
