package dev.understudy.experiment;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.understudy.experiment.Choices.EndpointChoice;
import dev.understudy.experiment.Choices.EndpointSomewhere;
import dev.understudy.experiment.Choices.Names;
import dev.understudy.experiment.Choices.Stock;
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
	 * @param endpoint an endpoint that is offered even where there are too many of them;
	 * null for none
	 * @return at least its execution roles
	 */
	public Offer offer(Target target, @Nullable String endpoint) {
		Choices source = this.choices.getIfAvailable();
		return (source != null) ? attempt(target, () -> offer(source, target, endpoint)) : Offer.nothing(target);
	}

	/**
	 * Looks for endpoints by their names, among what was read last.
	 * @param targets the targets to look in
	 * @param part a part of the name, in any case
	 * @param limit how many at most
	 * @return by name, those whose name begins so first
	 */
	public List<EndpointSomewhere> search(List<Target> targets, String part, int limit) {
		Choices source = this.choices.getIfAvailable();
		return (source != null && !targets.isEmpty())
				? source.search(targets.stream().map(Target::name).toList(), part, limit) : List.of();
	}

	/**
	 * Has the target read again, and waits for that as long as a page may.
	 * @param target the target
	 */
	public void renew(Target target) {
		this.choices.ifAvailable((source) -> source.renew(target));
	}

	private static Offer offer(Choices source, Target target, @Nullable String endpoint) {
		Stock stock = source.stock(target, endpoint);
		return new Offer(stock.endpoints(), stock.models(), source.instanceTypes(), source.roles(target), stock.keys(),
				stock.buckets(), stock.readAt());
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
	 * @param keys names of keys
	 * @param buckets buckets of the region, as the beginning of a destination
	 * @param readAt when that was read from SageMaker; null if it could not be, so that
	 * names must be typed
	 */
	public record Offer(List<EndpointChoice> endpoints, List<String> models, List<String> instanceTypes,
			List<String> roles, Names keys, Names buckets, @Nullable Instant readAt) {

		public Offer {
			endpoints = List.copyOf(endpoints);
			models = List.copyOf(models);
			instanceTypes = List.copyOf(instanceTypes);
			roles = List.copyOf(roles);
		}

		static Offer nothing(Target target) {
			return new Offer(List.of(), List.of(), List.of(), target.executionRoles(), Names.NONE, Names.NONE, null);
		}

		/**
		 * An endpoint among those offered.
		 * @param name its name, with or without spaces around it
		 * @return the endpoint; null if it is not offered
		 */
		public @Nullable EndpointChoice endpoint(@Nullable String name) {
			return this.endpoints.stream()
				.filter((endpoint) -> name != null && endpoint.name().equals(name.strip()))
				.findFirst()
				.orElse(null);
		}

	}

}
