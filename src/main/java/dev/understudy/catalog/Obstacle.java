package dev.understudy.catalog;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import dev.understudy.sagemaker.Endpoints.Facts;
import dev.understudy.sagemaker.Endpoints.Model;
import dev.understudy.sagemaker.Endpoints.Variant;

/**
 * Why a shadow test cannot use an endpoint (AWS documentation: shadow tests,
 * prerequisites). The first that applies is the one worth telling.
 */
public enum Obstacle {

	/** Its status is another than InService. */
	NOT_IN_SERVICE((endpoint, model) -> !"InService".equals(endpoint.status())),

	/** It answers asynchronously. */
	ASYNCHRONOUS((endpoint, model) -> endpoint.asynchronous()),

	/** It has no instances of its own. */
	SERVERLESS((endpoint, model) -> any(endpoint, Variant::serverless)),

	/** Several production variants share its traffic. */
	SEVERAL_VARIANTS((endpoint, model) -> endpoint.production().size() > 1),

	/** A shadow variant stands there. */
	SHADOWED((endpoint, model) -> !endpoint.shadow().isEmpty()),

	/** It hosts inference components, not models. */
	INFERENCE_COMPONENTS((endpoint, model) -> any(endpoint, (variant) -> variant.modelName() == null)),

	/** It runs on ml.inf1 instances. */
	INF1((endpoint, model) -> any(endpoint,
			(variant) -> variant.instanceType() != null && variant.instanceType().startsWith("ml.inf1."))),

	/** It uses Elastic Inference. */
	ELASTIC_INFERENCE((endpoint, model) -> any(endpoint, (variant) -> variant.acceleratorType() != null)),

	/** Its container serves many models. */
	MULTI_MODEL((endpoint, model) -> model != null && model.multiModel()),

	/** Its model chains containers. */
	MULTI_CONTAINER((endpoint, model) -> model != null && model.containers() > 1),

	/** Its container comes from the AWS Marketplace. */
	MARKETPLACE((endpoint, model) -> model != null && model.marketplace());

	private final Test test;

	Obstacle(Test test) {
		this.test = test;
	}

	static Optional<Obstacle> of(Facts endpoint, @Nullable Model model) {
		for (Obstacle obstacle : values()) {
			if (obstacle.applies(endpoint, model)) {
				return Optional.of(obstacle);
			}
		}
		return Optional.empty();
	}

	/**
	 * The spelling in the database and in programs.
	 * @return the name in kebab case
	 */
	@JsonValue
	public String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static Obstacle of(String id) {
		return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

	/**
	 * The sentence that says it.
	 * @return key of a message that takes the endpoint's status
	 */
	public String messageKey() {
		return "catalog.obstacle." + id();
	}

	/**
	 * Whether it is about the model rather than the endpoint.
	 */
	boolean isOfModel() {
		return this == MULTI_MODEL || this == MULTI_CONTAINER || this == MARKETPLACE;
	}

	boolean applies(Facts endpoint, @Nullable Model model) {
		return this.test.applies(endpoint, model);
	}

	private static boolean any(Facts endpoint, Predicate<Variant> predicate) {
		return endpoint.production().stream().anyMatch(predicate);
	}

	/** Whether an obstacle stands in the way. */
	@FunctionalInterface
	private interface Test {

		boolean applies(Facts endpoint, @Nullable Model model);

	}

}
