package dev.understudy.experiment;

import java.util.List;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.understudy.experiment.Choices.EndpointChoice;
import dev.understudy.target.Target;

/**
 * Asks for {@link Choices} and makes do without: the form has to work while SageMaker
 * cannot be reached.
 */
@Component
public class FormChoices {

	private static final Logger log = LoggerFactory.getLogger(FormChoices.class);

	private final ObjectProvider<Choices> choices;

	FormChoices(ObjectProvider<Choices> choices) {
		this.choices = choices;
	}

	/**
	 * What the form can offer for a target. May call SageMaker: ask outside transactions.
	 * @param target the target
	 * @return at least its execution roles
	 */
	public Offer offer(Target target) {
		Choices source = this.choices.getIfAvailable();
		if (source == null) {
			return Offer.nothing(target);
		}
		return attempt(target, () -> new Offer(source.endpoints(target), source.models(target), source.instanceTypes(),
				source.roles(target), true));
	}

	private static Offer attempt(Target target, Supplier<Offer> asking) {
		try {
			return asking.get();
		}
		catch (RuntimeException ex) {
			log.warn("The form offers no choices for target {} because they cannot be read", target.name(), ex);
			return Offer.nothing(target);
		}
	}

	/**
	 * What a form offers.
	 *
	 * @param endpoints endpoints, usable or not
	 * @param models names of models
	 * @param instanceTypes instance types
	 * @param roles execution roles, the only ones that are accepted
	 * @param complete false if SageMaker could not be asked, so that names must be typed
	 */
	public record Offer(List<EndpointChoice> endpoints, List<String> models, List<String> instanceTypes,
			List<String> roles, boolean complete) {

		public Offer {
			endpoints = List.copyOf(endpoints);
			models = List.copyOf(models);
			instanceTypes = List.copyOf(instanceTypes);
			roles = List.copyOf(roles);
		}

		static Offer nothing(Target target) {
			return new Offer(List.of(), List.of(), List.of(), target.executionRoles(), false);
		}

	}

}
