package dev.understudy.experiment.web;

import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.understudy.definition.Draft;
import dev.understudy.target.Target;

/**
 * How to promote the shadow once its test is over: an ordinary update of the endpoint
 * (AWS API: CreateEndpointConfig, UpdateEndpoint).
 *
 * @param model the shadow's model
 * @param endpoint the endpoint
 * @param look the command that shows what the endpoint runs now
 * @param configure the command that makes the new endpoint configuration
 * @param update the command that lets the endpoint run it
 */
record Promotion(String model, String endpoint, String look, String configure, String update) {

	/** AWS API: EndpointConfigName. */
	private static final int LONGEST_NAME = 63;

	/** The commands; nothing for a definition that lacks what they need. */
	static Optional<Promotion> of(Draft definition, Target target) {
		String endpoint = definition.endpointName().orElse("");
		Optional<JsonNode> shadow = definition.at(FormReading.VARIANTS)
			.valueStream()
			.filter((it) -> it.path("VariantName").asString("").equals(definition.shadowVariant().orElse("-")))
			.findFirst();
		return endpoint.isEmpty() ? Optional.empty() : shadow
			.map((variant) -> of(variant, definition.productionVariant().orElse("AllTraffic"), endpoint, target));
	}

	private static Promotion of(JsonNode shadow, String variant, String endpoint, Target target) {
		String model = shadow.path("ModelName").asString("");
		String name = (endpoint + "-" + model).replaceAll("[^a-zA-Z0-9-]", "-");
		String config = name.substring(0, Math.min(name.length(), LONGEST_NAME)).replaceAll("-+$", "");
		String aws = "aws sagemaker %s --region " + target.region();
		return new Promotion(model, endpoint,
				"%s --endpoint-config-name \"$(%s --endpoint-name %s --query EndpointConfigName --output text)\""
					.formatted(aws.formatted("describe-endpoint-config"), aws.formatted("describe-endpoint"), endpoint),
				"%s --endpoint-config-name %s --production-variants '%s'"
					.formatted(aws.formatted("create-endpoint-config"), config, variants(shadow, variant, model)),
				"%s --endpoint-name %s --endpoint-config-name %s".formatted(aws.formatted("update-endpoint"), endpoint,
						config));
	}

	private static String variants(JsonNode shadow, String variant, String model) {
		JsonNode hosting = shadow.at("/InfrastructureConfig/RealTimeInferenceConfig");
		ArrayNode variants = JsonNodeFactory.instance.arrayNode();
		variants.addObject()
			.put("VariantName", variant)
			.put("ModelName", model)
			.put("InstanceType", hosting.path("InstanceType").asString(""))
			.put("InitialInstanceCount", hosting.path("InstanceCount").asInt(1))
			.put("InitialVariantWeight", 1);
		return variants.toString();
	}

}
