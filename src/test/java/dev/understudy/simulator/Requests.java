package dev.understudy.simulator;

import java.time.Instant;

import tools.jackson.databind.node.ObjectNode;

/**
 * Requests as clients send them.
 */
final class Requests {

	private Requests() {
	}

	/** A CreateInferenceExperiment with every required member, on {@code fraud-prod}. */
	static ObjectNode create(String name) {
		ObjectNode request = Json.object()
			.put("Name", name)
			.put("Type", "ShadowMode")
			.put("RoleArn", "arn:aws:iam::111122223333:role/shadow")
			.put("EndpointName", "fraud-prod");
		request.set("ModelVariants",
				Json.array().add(variant("production", "fraud-v6")).add(variant("shadow", "fraud-v7")));
		request.set("ShadowModeConfig", shadowMode(40));
		return request;
	}

	/** One with every optional member too. */
	static ObjectNode complete(String name) {
		ObjectNode request = create(name).put("Description", "Rehearses v7").put("KmsKey", "alias/ml");
		ObjectNode capture = request.putObject("DataStorageConfig")
			.put("Destination", "s3://acme-sagemaker/capture/")
			.put("KmsKey", "alias/ml");
		ObjectNode types = capture.putObject("ContentType");
		types.putArray("JsonContentTypes").add("application/json");
		types.putArray("CsvContentTypes").add("text/csv");
		request.putObject("Schedule").put("StartTime", 1_800_000_000).put("EndTime", 1_800_600_000);
		request.putArray("Tags").addObject().put("Key", "team").put("Value", "fraud");
		return request;
	}

	static ObjectNode scheduled(String name, Instant start, Instant end) {
		ObjectNode request = create(name);
		request.putObject("Schedule").put("StartTime", Json.seconds(start)).put("EndTime", Json.seconds(end));
		return request;
	}

	static ObjectNode on(String endpoint, ObjectNode request) {
		return request.put("EndpointName", endpoint);
	}

	static ObjectNode tagged(ObjectNode request, String key, String value) {
		request.withArray("Tags").addObject().put("Key", key).put("Value", value);
		return request;
	}

	static ObjectNode named(String name) {
		return Json.object().put("Name", name);
	}

	static ObjectNode variant(String name, String model) {
		ObjectNode variant = Json.object().put("VariantName", name).put("ModelName", model);
		variant.putObject("InfrastructureConfig")
			.put("InfrastructureType", "RealTimeInference")
			.putObject("RealTimeInferenceConfig")
			.put("InstanceType", "ml.m5.xlarge")
			.put("InstanceCount", 2);
		return variant;
	}

	static ObjectNode shadowMode(int sampling) {
		ObjectNode config = Json.object().put("SourceModelVariantName", "production");
		config.putArray("ShadowModelVariants")
			.addObject()
			.put("ShadowModelVariantName", "shadow")
			.put("SamplingPercentage", sampling);
		return config;
	}

	/** A StopInferenceExperiment with an action for each variant. */
	static ObjectNode stop(String name, String production, String shadow) {
		ObjectNode request = named(name);
		request.putObject("ModelVariantActions").put("production", production).put("shadow", shadow);
		return request;
	}

}
