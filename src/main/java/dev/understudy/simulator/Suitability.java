package dev.understudy.simulator;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether an endpoint can carry a shadow test, and a variant take part in it. What AWS
 * documents as unsupported is refused; the words of the refusals are assumed.
 */
final class Suitability {

	private final Catalog catalog;

	Suitability(Catalog catalog) {
		this.catalog = catalog;
	}

	/** Why it cannot, or null when it can. */
	@Nullable String refusal(Endpoint endpoint) {
		if (!endpoint.isInService()) {
			return "Endpoint %s must be InService to run a shadow test; its status is %s.".formatted(endpoint.name(),
					endpoint.status());
		}
		ObjectNode config = this.catalog.requireConfig(endpoint.config());
		String unsupported = unsupported(config, Json.objects(config, "ProductionVariants"));
		return (unsupported != null)
				? "Endpoint %s cannot run a shadow test: %s.".formatted(endpoint.name(), unsupported) : null;
	}

	/** Refuses a variant of an experiment that could not be put on an endpoint. */
	void check(ObjectNode modelVariant) {
		this.catalog.requireModel(Json.require(modelVariant, "ModelName"));
		String unsupported = unsupported(Variants.hosted(modelVariant, BigDecimal.ONE));
		if (unsupported != null) {
			throw AwsException.validation("Model variant %s cannot take part in a shadow test: %s."
				.formatted(Json.require(modelVariant, "VariantName"), unsupported));
		}
	}

	private @Nullable String unsupported(ObjectNode config, List<ObjectNode> variants) {
		if (config.has("AsyncInferenceConfig")) {
			return "asynchronous inference is not supported";
		}
		if (config.has("ShadowProductionVariants")) {
			return "it already has a shadow variant";
		}
		if (variants.size() > 1) {
			return "it has more than one production variant";
		}
		return unsupported(variants.getFirst());
	}

	private @Nullable String unsupported(ObjectNode variant) {
		if (variant.has("ServerlessConfig")) {
			return "serverless inference is not supported";
		}
		String type = Json.text(variant, "InstanceType");
		if (type != null && type.startsWith("ml.inf1.")) {
			return "instance type %s is not supported".formatted(type);
		}
		String name = Json.text(variant, "ModelName");
		if (name == null) {
			return "inference components are not supported";
		}
		JsonNode model = this.catalog.model(name);
		if (model == null) {
			return null;
		}
		if (model.path("Containers").size() > 1) {
			return "multi-container endpoints are not supported";
		}
		return "MultiModel".equals(Json.text(model.path("PrimaryContainer"), "Mode"))
				? "multi-model endpoints are not supported" : null;
	}

}
