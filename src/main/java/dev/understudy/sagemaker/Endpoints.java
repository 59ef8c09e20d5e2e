package dev.understudy.sagemaker;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.understudy.target.Target;

/**
 * Endpoints and models as SageMaker keeps them. Every method is a remote call: never
 * within a transaction.
 */
public interface Endpoints {

	/**
	 * Every endpoint, all pages, by name (AWS API: ListEndpoints).
	 * @param target where
	 * @return names and statuses
	 * @throws SageMakerRefusal if a page could not be read
	 */
	List<Summary> list(Target target);

	/**
	 * One endpoint and its current configuration (AWS API: DescribeEndpoint,
	 * DescribeEndpointConfig).
	 * @param target where
	 * @param name its name
	 * @return its facts, empty if SageMaker says that there is none
	 * @throws SageMakerRefusal if SageMaker did not say
	 */
	Optional<Facts> describe(Target target, String name);

	/**
	 * The names of all models, all pages, newest first (AWS API: ListModels).
	 * @param target where
	 * @return names
	 * @throws SageMakerRefusal if a page could not be read
	 */
	List<String> models(Target target);

	/**
	 * One model (AWS API: DescribeModel).
	 * @param target where
	 * @param name its name
	 * @return its facts, empty if SageMaker says that there is none
	 * @throws SageMakerRefusal if SageMaker did not say
	 */
	Optional<Model> model(Target target, String name);

	/**
	 * What a list says about an endpoint.
	 *
	 * @param name its name
	 * @param status the raw text of its status
	 * @param lastModifiedTime when it changed last
	 */
	record Summary(String name, String status, @Nullable Instant lastModifiedTime) {

	}

	/**
	 * An endpoint and its current configuration.
	 *
	 * @param name its name
	 * @param arn its ARN
	 * @param status the raw text of its status
	 * @param config name of the configuration it runs
	 * @param asynchronous whether it answers asynchronously
	 * @param production the variants that answer callers
	 * @param shadow the variants that get copies
	 */
	record Facts(String name, String arn, String status, String config, boolean asynchronous, List<Variant> production,
			List<Variant> shadow) {

		public Facts {
			production = List.copyOf(production);
			shadow = List.copyOf(shadow);
		}

	}

	/**
	 * A variant of an endpoint.
	 *
	 * @param name its name
	 * @param modelName its model; absent where the endpoint hosts inference components
	 * @param instanceType as configured; absent where it is serverless
	 * @param instanceCount as it runs now, or as configured where that is not told;
	 * absent where it is serverless
	 * @param serverless whether it runs without instances of its own
	 * @param acceleratorType Elastic Inference accelerator, if there is one
	 */
	record Variant(String name, @Nullable String modelName, @Nullable String instanceType,
			@Nullable Integer instanceCount, boolean serverless, @Nullable String acceleratorType) {

	}

	/**
	 * A model.
	 *
	 * @param name its name
	 * @param arn its ARN
	 * @param containers how many containers it chains
	 * @param multiModel whether one container serves many models
	 * @param marketplace whether a container comes from a model package
	 */
	record Model(String name, String arn, int containers, boolean multiModel, boolean marketplace) {

	}

}
