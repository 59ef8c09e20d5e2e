package dev.understudy.experiment;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a running test is to be stopped (AWS API: StopInferenceExperiment).
 *
 * @param action what becomes of the variants
 * @param instances what the variants that stay run on afterwards
 * @param desiredModelVariants with {@link Instances#CUSTOM}, one or two variants as
 * ModelVariants of a definition has them; not judged yet
 * @param desiredState the status to end with
 * @param reason why, which SageMaker keeps as the reason for its status; not judged yet
 */
public record StopOrder(Action action, Instances instances, @Nullable JsonNode desiredModelVariants,
		DesiredState desiredState, @Nullable String reason) {

	/**
	 * An order that leaves the instances as they are, or on promoting takes those of
	 * production, and ends as Completed.
	 * @param action what becomes of the variants
	 * @param reason why
	 * @return the order
	 */
	public static StopOrder of(Action action, @Nullable String reason) {
		return new StopOrder(action, Instances.PRODUCTION, null, DesiredState.COMPLETED, reason);
	}

	/**
	 * A variant as {@link #desiredModelVariants} lists them.
	 * @param name its name
	 * @param model the model it has
	 * @param instanceType what it is to run on
	 * @param instanceCount how many of them; a number, or what was typed instead of one
	 * @return the variant
	 */
	public static ObjectNode variant(String name, String model, String instanceType, JsonNode instanceCount) {
		ObjectNode variant = JsonNodeFactory.instance.objectNode();
		variant.put("VariantName", name).put("ModelName", model);
		ObjectNode infrastructure = variant.putObject("InfrastructureConfig");
		infrastructure.put("InfrastructureType", "RealTimeInference");
		infrastructure.putObject("RealTimeInferenceConfig")
			.put("InstanceType", instanceType)
			.set("InstanceCount", instanceCount);
		return variant;
	}

	/** What becomes of the variants. */
	public enum Action {

		/** The shadow becomes production; what was production goes. */
		PROMOTE,

		/** Production stays; the shadow goes. */
		DISCARD,

		/** Both stay as they are, the shadow deployed and billed. */
		KEEP;

		/**
		 * Reads it back from a request.
		 */
		static Action of(JsonNode request) {
			Set<String> signs = request.path("ModelVariantActions")
				.valueStream()
				.map((sign) -> sign.asString(""))
				.collect(Collectors.toSet());
			return signs.contains(StopPlan.PROMOTE) ? PROMOTE : signs.contains(StopPlan.REMOVE) ? DISCARD : KEEP;
		}

		/**
		 * The spelling in JSON and message keys.
		 * @return the name in lower case
		 */
		@JsonValue
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** What the variants that stay run on afterwards. */
	public enum Instances {

		/** On promoting, what production runs on; else as it is. AWS recommends this. */
		PRODUCTION,

		/** On promoting, what the shadow runs on; else as it is. */
		SHADOW,

		/** What the order says. */
		CUSTOM;

		/**
		 * The spelling in JSON and message keys.
		 * @return the name in lower case
		 */
		@JsonValue
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** The status to end with. */
	public enum DesiredState {

		/** It served its purpose. */
		COMPLETED("Completed"),

		/** It did not. */
		CANCELLED("Cancelled");

		private final String status;

		DesiredState(String status) {
			this.status = status;
		}

		/**
		 * AWS's spelling, also in our JSON.
		 * @return the status
		 */
		@JsonValue
		public String status() {
			return this.status;
		}

	}

}
