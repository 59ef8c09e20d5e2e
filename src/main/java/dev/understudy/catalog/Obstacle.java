package dev.understudy.catalog;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.understudy.sagemaker.Endpoints.Facts;
import dev.understudy.sagemaker.Endpoints.Model;
import dev.understudy.sagemaker.Endpoints.Variant;

/**
 * Why a shadow test cannot use an endpoint (AWS documentation: shadow tests,
 * prerequisites). The first that applies is the one worth telling.
 */
enum Obstacle {

	NOT_IN_SERVICE((endpoint, model) -> !"InService".equals(endpoint.status())),

	ASYNCHRONOUS((endpoint, model) -> endpoint.asynchronous()),

	SERVERLESS((endpoint, model) -> any(endpoint, Variant::serverless)),

	SEVERAL_VARIANTS((endpoint, model) -> endpoint.production().size() > 1),

	SHADOWED((endpoint, model) -> !endpoint.shadow().isEmpty()),

	INFERENCE_COMPONENTS((endpoint, model) -> any(endpoint, (variant) -> variant.modelName() == null)),

	INF1((endpoint, model) -> any(endpoint,
			(variant) -> variant.instanceType() != null && variant.instanceType().startsWith("ml.inf1."))),

	ELASTIC_INFERENCE((endpoint, model) -> any(endpoint, (variant) -> variant.acceleratorType() != null)),

	MULTI_MODEL((endpoint, model) -> model != null && model.multiModel()),

	MULTI_CONTAINER((endpoint, model) -> model != null && model.containers() > 1),

	MARKETPLACE((endpoint, model) -> model != null && model.marketplace());

	private final Test test;

	Obstacle(Test test) {
		this.test = test;
	}

	static Optional<Obstacle> of(Facts endpoint, @Nullable Model model) {
		for (Obstacle obstacle : values()) {
			if (obstacle.test.applies(endpoint, model)) {
				return Optional.of(obstacle);
			}
		}
		return Optional.empty();
	}

	String messageKey() {
		return "catalog.obstacle." + name().toLowerCase(Locale.ROOT).replace('_', '-');
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
