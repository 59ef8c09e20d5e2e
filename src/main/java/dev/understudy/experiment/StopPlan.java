package dev.understudy.experiment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.definition.Draft;

/**
 * What a stop does to each variant, and the request that makes it so (AWS API:
 * StopInferenceExperiment). Says what it can of an order that is not in order yet.
 *
 * @param order what was ordered
 * @param rows what becomes of the variants, in the order of the definition
 * @param request the members of the request but its name
 */
public record StopPlan(StopOrder order, List<Row> rows, ObjectNode request) {

	static final String PROMOTE = "Promote";

	static final String REMOVE = "Remove";

	static final String RETAIN = "Retain";

	public StopPlan {
		rows = List.copyOf(rows);
		request = request.deepCopy();
	}

	/**
	 * Plans a stop.
	 * @param definition what stands in SageMaker
	 * @param order what is ordered
	 * @return the plan
	 */
	public static StopPlan of(Draft definition, StopOrder order) {
		List<Row> rows = definition.at("/ModelVariants")
			.valueStream()
			.map((variant) -> row(definition, variant, order))
			.toList();
		return new StopPlan(order, rows, request(rows, order));
	}

	private static Row row(Draft definition, JsonNode variant, StopOrder order) {
		String name = variant.path("VariantName").asString("");
		boolean production = definition.productionVariant().filter(name::equals).isPresent();
		Fate fate = switch (order.action()) {
			case PROMOTE -> production ? Fate.REMOVED : Fate.BECOMES_PRODUCTION;
			case DISCARD -> production ? Fate.STAYS : Fate.REMOVED;
			case KEEP -> Fate.STAYS;
		};
		Hosting after = (fate != Fate.REMOVED) ? Hosting.of(desired(definition, variant, fate, order)) : null;
		return new Row(name, variant.path("ModelName").asString(""), production ? Role.PRODUCTION : Role.SHADOW,
				Hosting.of(variant), fate, after);
	}

	private static JsonNode desired(Draft definition, JsonNode variant, Fate fate, StopOrder order) {
		return switch (order.instances()) {
			case SHADOW -> variant;
			case CUSTOM -> variant(order.desiredModelVariants(), variant.path("VariantName")).orElse(variant);
			case PRODUCTION -> (fate == Fate.BECOMES_PRODUCTION) ? variant(definition.at("/ModelVariants"),
					definition.at("/ShadowModeConfig/SourceModelVariantName"))
				.orElse(variant) : variant;
		};
	}

	private static Optional<JsonNode> variant(@Nullable JsonNode list, JsonNode name) {
		return Optional.ofNullable(list)
			.stream()
			.flatMap(JsonNode::valueStream)
			.filter((variant) -> variant.path("VariantName").equals(name))
			.findFirst();
	}

	private static ObjectNode request(List<Row> rows, StopOrder order) {
		ObjectNode request = JsonNodeFactory.instance.objectNode();
		ObjectNode actions = request.putObject("ModelVariantActions");
		rows.forEach((row) -> actions.put(row.variant(), row.fate().sign));
		JsonNode resized = resized(rows, order);
		if (!resized.isEmpty()) {
			request.set("DesiredModelVariants", resized);
		}
		request.put("DesiredState", order.desiredState().status());
		if (order.reason() != null && !order.reason().isBlank()) {
			request.put("Reason", order.reason().strip());
		}
		return request;
	}

	// What is promoted is always told its instances. What stays as it is is not:
	// production
	// may have been scaled since, and naming what the definition says would undo that.
	private static JsonNode resized(List<Row> rows, StopOrder order) {
		if (order.instances() == StopOrder.Instances.CUSTOM) {
			return (order.desiredModelVariants() != null) ? order.desiredModelVariants().deepCopy()
					: MissingNode.getInstance();
		}
		ArrayNode resized = JsonNodeFactory.instance.arrayNode();
		rows.stream()
			.filter((row) -> row.fate() == Fate.BECOMES_PRODUCTION)
			.flatMap((row) -> Optional.ofNullable(row.after())
				.map((after) -> StopOrder.variant(row.variant(), row.model(), after.instanceType(),
						after.instanceCount()))
				.stream())
			.forEach(resized::add);
		return resized;
	}

	/**
	 * Whether what answers the callers is another after this, or runs on something else.
	 * @return true if production changes
	 */
	public boolean changesProduction() {
		return isTold() || this.rows.stream()
			.anyMatch((row) -> (row.role() == Role.PRODUCTION && !row.before().equals(row.after()))
					|| row.fate() == Fate.BECOMES_PRODUCTION);
	}

	// It may have been scaled since the definition was made.
	private boolean isTold() {
		return this.order.instances() == StopOrder.Instances.CUSTOM && this.rows.stream()
			.filter((row) -> row.role() == Role.PRODUCTION)
			.anyMatch((row) -> variant(this.order.desiredModelVariants(),
					JsonNodeFactory.instance.stringNode(row.variant()))
				.isPresent());
	}

	/**
	 * What becomes of one variant.
	 *
	 * @param variant its name
	 * @param model its model
	 * @param role what it is now
	 * @param before what it runs on now, as far as the definition tells
	 * @param fate what becomes of it
	 * @param after what it runs on afterwards; null if it goes
	 */
	public record Row(String variant, String model, Role role, Hosting before, Fate fate, @Nullable Hosting after) {

		/**
		 * Whether it stays and runs on something else.
		 * @return true if its instances change
		 */
		public boolean isResized() {
			return this.after != null && !this.after.equals(this.before);
		}

	}

	/**
	 * What a variant runs on.
	 *
	 * @param instanceType such as "ml.m5.xlarge"; empty if unknown
	 * @param instanceCount how many; a number, or what was given instead of one
	 */
	public record Hosting(String instanceType, JsonNode instanceCount) {

		private static Hosting of(JsonNode variant) {
			JsonNode config = variant.at("/InfrastructureConfig/RealTimeInferenceConfig");
			return new Hosting(config.path("InstanceType").asString(""), config.path("InstanceCount"));
		}

		/**
		 * The two as people read them.
		 * @return such as "ml.m5.xlarge × 2"
		 */
		@Override
		public String toString() {
			return "%s × %s".formatted(this.instanceType, this.instanceCount.asString("?"));
		}

	}

	/** What a variant does during the test. */
	public enum Role {

		/** Answers the callers. */
		PRODUCTION,

		/** Gets copies of the requests. */
		SHADOW;

		/**
		 * The spelling in message keys.
		 * @return the name in lower case
		 */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** What becomes of a variant. */
	public enum Fate {

		/** It answers the callers from now on. */
		BECOMES_PRODUCTION(PROMOTE),

		/** It stays what it is. */
		STAYS(RETAIN),

		/** It is taken down. */
		REMOVED(REMOVE);

		private final String sign;

		Fate(String sign) {
			this.sign = sign;
		}

		/**
		 * The spelling in message keys.
		 * @return the name in lower case, with hyphens
		 */
		public String id() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
