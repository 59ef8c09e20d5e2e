package dev.understudy.catalog;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.understudy.sagemaker.Endpoints.Facts;
import dev.understudy.sagemaker.Endpoints.Model;
import dev.understudy.sagemaker.Endpoints.Variant;

import static org.assertj.core.api.Assertions.assertThat;

class ObstacleTests {

	private static final Variant GOOD = variant("fraud-v6", "ml.m5.xlarge", null);

	private static final Model PLAIN = new Model("fraud-v6", "arn", 1, false, false);

	@Test
	void nothingSpeaksAgainstARealTimeEndpointWithOneVariant() {
		assertThat(Obstacle.of(endpoint(GOOD), PLAIN)).isEmpty();
	}

	@Test
	void anUnknownModelIsNoObstacle() {
		assertThat(Obstacle.of(endpoint(GOOD), null)).isEmpty();
	}

	@Test
	void itHasToBeInService() {
		assertThat(of(new Facts("e", "arn", "Updating", "config", false, List.of(GOOD), List.of())))
			.contains(Obstacle.NOT_IN_SERVICE);
	}

	@Test
	void itHasToAnswerAtOnce() {
		assertThat(of(new Facts("e", "arn", "InService", "config", true, List.of(GOOD), List.of())))
			.contains(Obstacle.ASYNCHRONOUS);
	}

	@Test
	void itHasToHaveInstances() {
		assertThat(of(endpoint(new Variant("v", "m", null, null, true, null)))).contains(Obstacle.SERVERLESS);
	}

	@Test
	void itHasToHaveOneProductionVariant() {
		assertThat(of(endpoint(GOOD, GOOD))).contains(Obstacle.SEVERAL_VARIANTS);
	}

	@Test
	void itMustNotHaveAShadowYet() {
		assertThat(of(new Facts("e", "arn", "InService", "config", false, List.of(GOOD), List.of(GOOD))))
			.contains(Obstacle.SHADOWED);
	}

	@Test
	void itsVariantHasToNameAModel() {
		assertThat(of(endpoint(variant(null, "ml.m5.xlarge", null)))).contains(Obstacle.INFERENCE_COMPONENTS);
	}

	@Test
	void inf1AndElasticInferenceAreNotSupported() {
		assertThat(of(endpoint(variant("m", "ml.inf1.xlarge", null)))).contains(Obstacle.INF1);
		assertThat(of(endpoint(variant("m", "ml.inf2.xlarge", null)))).isEmpty();
		assertThat(of(endpoint(variant("m", "ml.m5.xlarge", "ml.eia2.medium")))).contains(Obstacle.ELASTIC_INFERENCE);
	}

	@Test
	void itsModelHasToBeOneContainerOfItsOwn() {
		assertThat(Obstacle.of(endpoint(GOOD), new Model("m", "arn", 1, true, false))).contains(Obstacle.MULTI_MODEL);
		assertThat(Obstacle.of(endpoint(GOOD), new Model("m", "arn", 2, false, false)))
			.contains(Obstacle.MULTI_CONTAINER);
		assertThat(Obstacle.of(endpoint(GOOD), new Model("m", "arn", 1, false, true))).contains(Obstacle.MARKETPLACE);
	}

	private static Optional<Obstacle> of(Facts endpoint) {
		return Obstacle.of(endpoint, PLAIN);
	}

	private static Facts endpoint(Variant... production) {
		return new Facts("e", "arn", "InService", "config", false, List.of(production), List.of());
	}

	private static Variant variant(String model, String type, String accelerator) {
		return new Variant("production", model, type, 2, false, accelerator);
	}

}
