package dev.understudy.experiment;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.understudy.target.Target;

/**
 * What the form can offer for a target, so that people pick instead of typing. Where
 * nothing can be offered the form takes free text, except for roles.
 */
public interface Choices {

	/**
	 * The endpoints of the target.
	 * @param target the AWS account and region
	 * @return every endpoint with whether a shadow test can use it, by name; empty when
	 * SageMaker cannot be asked
	 */
	List<EndpointChoice> endpoints(Target target);

	/**
	 * The names of the models of the target.
	 * @param target the AWS account and region
	 * @return names in alphabetical order; empty when SageMaker cannot be asked
	 */
	List<String> models(Target target);

	/**
	 * The instance types SageMaker is known to host models on.
	 * @return types in the order to offer them; not complete, since AWS adds more
	 */
	List<String> instanceTypes();

	/**
	 * The execution roles an experiment may run as.
	 * @param target the AWS account and region
	 * @return role ARNs; nothing else is accepted
	 */
	default List<String> roles(Target target) {
		return target.executionRoles();
	}

	/**
	 * An endpoint as the form offers it.
	 *
	 * @param name the endpoint's name
	 * @param status its status as SageMaker returns it
	 * @param whyNot why a shadow test cannot use it, in a sentence; null if it can
	 * @param production its production variant as it is now; null where there is none or
	 * more than one
	 * @param shadowed whether a shadow variant stands there already
	 */
	record EndpointChoice(String name, String status, @Nullable String whyNot, @Nullable VariantFacts production,
			boolean shadowed) {

		/**
		 * Whether a shadow test can use this endpoint.
		 * @return true unless there is a reason why not
		 */
		public boolean isUsable() {
			return this.whyNot == null;
		}

	}

	/**
	 * A variant as it stands on an endpoint.
	 *
	 * @param name the variant's name
	 * @param model the model's name
	 * @param instanceType such as "ml.m5.xlarge"
	 * @param instanceCount how many instances
	 */
	record VariantFacts(String name, String model, String instanceType, int instanceCount) {
	}

}
