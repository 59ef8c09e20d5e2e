package dev.understudy.simulator;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * AWS API: List and Describe of endpoints, endpoint configurations and models. What is
 * missing is a {@code ValidationException} here, not a {@code ResourceNotFound}.
 */
final class CatalogOperations {

	private static final Listing ENDPOINTS = new Listing("EndpointName", "Endpoints");

	private static final Listing CONFIGS = new Listing("EndpointConfigName", "EndpointConfigs");

	private static final Listing MODELS = new Listing("ModelName", "Models");

	private CatalogOperations() {
	}

	static void register(Map<String, Operation> operations) {
		operations.put("ListEndpoints", CatalogOperations::endpoints);
		operations.put("DescribeEndpoint", CatalogOperations::endpoint);
		operations.put("ListEndpointConfigs",
				(world, input, now) -> CONFIGS.page(
						trimmed(world.catalog().configs(), "EndpointConfigName", "EndpointConfigArn", "CreationTime"),
						input));
		operations.put("DescribeEndpointConfig", (world, input,
				now) -> world.catalog().requireConfig(Json.require(input, "EndpointConfigName")).deepCopy());
		operations.put("ListModels", (world, input, now) -> MODELS
			.page(trimmed(world.catalog().models(), "ModelName", "ModelArn", "CreationTime"), input));
		operations.put("DescribeModel",
				(world, input, now) -> world.catalog().requireModel(Json.require(input, "ModelName")).deepCopy());
	}

	private static List<ObjectNode> trimmed(Collection<ObjectNode> items, String... members) {
		return items.stream().map((item) -> {
			ObjectNode summary = Json.object();
			Json.copy(item, summary, members);
			return summary;
		}).toList();
	}

	private static ObjectNode endpoints(World world, ObjectNode input, Instant now) {
		return ENDPOINTS.page(world.catalog().endpoints().stream().map((each) -> summary(world, each)).toList(), input);
	}

	private static ObjectNode endpoint(World world, ObjectNode input, Instant now) {
		Endpoint endpoint = world.catalog().requireEndpoint(Json.require(input, "EndpointName"));
		ObjectNode config = world.catalog().requireConfig(endpoint.config());
		ObjectNode answer = summary(world, endpoint).put("EndpointConfigName", endpoint.config());
		Json.copy(config, answer, "AsyncInferenceConfig");
		variants(world, config, "ProductionVariants", answer);
		variants(world, config, "ShadowProductionVariants", answer);
		if (endpoint.failureReason() != null) {
			answer.put("FailureReason", endpoint.failureReason());
		}
		return answer;
	}

	private static ObjectNode summary(World world, Endpoint endpoint) {
		return Json.object()
			.put("EndpointName", endpoint.name())
			.put("EndpointArn", world.arns().endpoint(endpoint.name()))
			.put("CreationTime", Json.seconds(endpoint.createdAt()))
			.put("LastModifiedTime", Json.seconds(endpoint.modifiedAt()))
			.put("EndpointStatus", endpoint.status());
	}

	private static void variants(World world, ObjectNode config, String member, ObjectNode answer) {
		if (config.has(member)) {
			ArrayNode variants = answer.putArray(member);
			Json.objects(config, member).forEach((variant) -> variants.add(deployed(world, variant)));
		}
	}

	/** AWS API: a ProductionVariant of a configuration as a ProductionVariantSummary. */
	private static ObjectNode deployed(World world, ObjectNode variant) {
		ObjectNode summary = Json.object();
		Json.copy(variant, summary, "VariantName", "ManagedInstanceScaling", "RoutingConfig");
		summary.set("CurrentWeight", variant.path("InitialVariantWeight"));
		summary.set("DesiredWeight", variant.path("InitialVariantWeight"));
		if (variant.has("InitialInstanceCount")) {
			summary.set("CurrentInstanceCount", variant.path("InitialInstanceCount"));
			summary.set("DesiredInstanceCount", variant.path("InitialInstanceCount"));
		}
		if (variant.has("ServerlessConfig")) {
			summary.set("CurrentServerlessConfig", variant.path("ServerlessConfig").deepCopy());
		}
		String image = image(world, Json.text(variant, "ModelName"));
		if (image != null) {
			summary.putArray("DeployedImages").addObject().put("SpecifiedImage", image).put("ResolvedImage", image);
		}
		return summary;
	}

	private static @Nullable String image(World world, @Nullable String model) {
		JsonNode found = (model != null) ? world.catalog().model(model) : null;
		return (found != null) ? Json.text(found.path("PrimaryContainer"), "Image") : null;
	}

}
