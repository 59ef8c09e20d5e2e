package dev.understudy.simulator;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The two variants of an experiment, as its definition names them, and what an endpoint
 * configuration makes of them.
 */
record Variants(ObjectNode definition) {

	private static final int PERCENT_DIGITS = 2;

	List<ObjectNode> all() {
		return Json.objects(this.definition, "ModelVariants");
	}

	List<String> names() {
		return all().stream().map((variant) -> Json.require(variant, "VariantName")).toList();
	}

	String source() {
		return Json.require(this.definition.path("ShadowModeConfig"), "SourceModelVariantName");
	}

	String shadow() {
		return Json.require(shadowConfig(), "ShadowModelVariantName");
	}

	@Nullable ObjectNode named(String name) {
		return all().stream()
			.filter((variant) -> name.equals(Json.text(variant, "VariantName")))
			.findFirst()
			.orElse(null);
	}

	List<ObjectNode> production() {
		return hosted(source(), BigDecimal.ONE);
	}

	List<ObjectNode> shadows() {
		return hosted(shadow(), sampling());
	}

	/**
	 * A shadow's weight beside the production's 1 is the share of requests copied.
	 * Assumed: it may be zero, since AWS's model gives no least percentage.
	 */
	BigDecimal sampling() {
		return BigDecimal.valueOf(shadowConfig().path("SamplingPercentage").asLong(), PERCENT_DIGITS);
	}

	private JsonNode shadowConfig() {
		return this.definition.path("ShadowModeConfig").path("ShadowModelVariants").path(0);
	}

	private List<ObjectNode> hosted(String name, BigDecimal weight) {
		ObjectNode variant = named(name);
		return (variant != null) ? List.of(hosted(variant, weight)) : List.of();
	}

	/** AWS API: a ModelVariantConfig as a ProductionVariant. */
	static ObjectNode hosted(ObjectNode variant, BigDecimal weight) {
		JsonNode config = variant.path("InfrastructureConfig").path("RealTimeInferenceConfig");
		return Json.object()
			.put("VariantName", Json.require(variant, "VariantName"))
			.put("ModelName", Json.require(variant, "ModelName"))
			.put("InitialInstanceCount", config.path("InstanceCount").asInt())
			.put("InstanceType", Json.require(config, "InstanceType"))
			.put("InitialVariantWeight", weight);
	}

}
