package dev.understudy.sagemaker;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

import dev.understudy.definition.Definition;

/**
 * A request that changes a shadow test which stands in SageMaker.
 */
public sealed interface ChangeRequest {

	/**
	 * The operation of AWS's API.
	 * @return its name as AWS spells it
	 */
	String call();

	/**
	 * Starts a scheduled one now (AWS API: StartInferenceExperiment).
	 *
	 * @param name its name
	 */
	record Start(String name) implements ChangeRequest {

		@Override
		public String call() {
			return "StartInferenceExperiment";
		}

	}

	/**
	 * Stops a running one (AWS API: StopInferenceExperiment).
	 *
	 * @param name its name
	 * @param members the other members of the request
	 */
	record Stop(String name, ObjectNode members) implements ChangeRequest {

		@Override
		public String call() {
			return "StopInferenceExperiment";
		}

	}

	/**
	 * Changes what it is (AWS API: UpdateInferenceExperiment).
	 *
	 * @param name its name
	 * @param members the other members of the request
	 */
	record Update(String name, ObjectNode members) implements ChangeRequest {

		@Override
		public String call() {
			return "UpdateInferenceExperiment";
		}

	}

	/**
	 * Deletes its metadata (AWS API: DeleteInferenceExperiment).
	 *
	 * @param name its name
	 */
	record Delete(String name) implements ChangeRequest {

		@Override
		public String call() {
			return "DeleteInferenceExperiment";
		}

	}

	/**
	 * Sets tags (AWS API: AddTags).
	 *
	 * @param arn its ARN as SageMaker gave it
	 * @param tags keys and values
	 */
	record AddTags(String arn, List<Definition.Tag> tags) implements ChangeRequest {

		public AddTags {
			tags = List.copyOf(tags);
		}

		@Override
		public String call() {
			return "AddTags";
		}

	}

	/**
	 * Takes tags away (AWS API: DeleteTags).
	 *
	 * @param arn its ARN as SageMaker gave it
	 * @param keys their keys
	 */
	record DeleteTags(String arn, List<String> keys) implements ChangeRequest {

		public DeleteTags {
			keys = List.copyOf(keys);
		}

		@Override
		public String call() {
			return "DeleteTags";
		}

	}

}
