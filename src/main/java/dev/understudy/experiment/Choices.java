package dev.understudy.experiment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.understudy.target.Target;

/**
 * What the form can offer for a target, so that people pick instead of typing. Where
 * nothing can be offered the form takes free text, except for roles.
 */
public interface Choices {

	/**
	 * What there is in the target, as it was read last. Bounded: whoever looks for more
	 * searches. May wait for SageMaker where it was never read: ask outside transactions.
	 * @param target the AWS account and region
	 * @param endpoint an endpoint that is offered whatever the bounds; null for none
	 * @return what was read, which may be nothing
	 */
	Stock stock(Target target, @Nullable String endpoint);

	/**
	 * Looks for endpoints by their names, in several targets at once, among what was read
	 * last. Waits for nobody.
	 * @param targets names of the targets to look in
	 * @param part a part of the name, in any case
	 * @param limit how many at most
	 * @return by name, those whose name begins so first
	 */
	List<EndpointSomewhere> search(Collection<String> targets, String part, int limit);

	/**
	 * Reads the target again, and does not wait for it longer than a page may.
	 * @param target the AWS account and region
	 */
	void renew(Target target);

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
	 * What was read of a target.
	 *
	 * @param endpoints endpoints with whether a shadow test can use them, by name
	 * @param models names of models in alphabetical order
	 * @param keys names of keys
	 * @param buckets the buckets of the region, as the beginning of a destination
	 * @param readAt when it was read; null if it never was
	 */
	record Stock(List<EndpointChoice> endpoints, List<String> models, Names keys, Names buckets,
			@Nullable Instant readAt) {

		public Stock {
			endpoints = List.copyOf(endpoints);
			models = List.copyOf(models);
		}

	}

	/**
	 * What can be read of some accounts only, and be typed in any.
	 *
	 * @param names in alphabetical order
	 * @param whyNot why there may be others, in a sentence; null if these are all
	 */
	record Names(List<String> names, @Nullable String whyNot) {

		static final Names NONE = new Names(List.of(), null);

		public Names {
			names = List.copyOf(names);
		}

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
	 * An endpoint that was found by its name.
	 *
	 * @param target name of the target it is in
	 * @param name the endpoint's name
	 * @param status its status as SageMaker returned it
	 */
	record EndpointSomewhere(String target, String name, String status) {

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

		/**
		 * What a shadow variant beside this one is called until somebody says otherwise.
		 * @return a name that this one does not have
		 */
		public String shadowName() {
			return "shadow".equals(this.name) ? "candidate" : "shadow";
		}

	}

}
