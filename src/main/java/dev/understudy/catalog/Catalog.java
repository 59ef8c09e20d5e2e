package dev.understudy.catalog;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.understudy.definition.InstanceTypes;
import dev.understudy.experiment.Choices;
import dev.understudy.sagemaker.Endpoints.Facts;
import dev.understudy.sagemaker.Endpoints.Variant;
import dev.understudy.shell.Page;
import dev.understudy.shell.PageToken;
import dev.understudy.target.Target;

/**
 * Offers what an account has, as it was read last. A page never waits longer than its
 * patience for SageMaker, and only where nothing was ever read; what it shows may be old,
 * and then it is read again for the next one.
 */
@Component
public class Catalog implements Choices {

	private final CatalogStore store;

	private final Supplies supplies;

	private final Readings readings;

	private final CatalogProperties properties;

	private final MessageSource messages;

	private final Clock clock;

	Catalog(CatalogStore store, Supplies supplies, Readings readings, CatalogProperties properties,
			MessageSource messages, Clock clock) {
		this.store = store;
		this.supplies = supplies;
		this.readings = readings;
		this.properties = properties;
		this.messages = messages;
		this.clock = clock;
	}

	@Override
	public Stock stock(Target target, @Nullable String endpoint) {
		CatalogStore.Shelf shelf = this.store.shelf(target, this.properties.offered(), endpoint);
		Instant now = this.clock.instant();
		CatalogReading reading = shelf.reading();
		if (reading.isOlderThan(this.properties.refresh(), now) && reading.isToBeTriedAgain(now)) {
			if (reading.readAt() != null) {
				this.readings.begin(target);
			}
			else if (this.readings.read(target, this.properties.patience())) {
				shelf = this.store.shelf(target, this.properties.offered(), endpoint);
			}
		}
		return new Stock(shelf.endpoints().stream().map(this::choice).toList(), shelf.models(),
				names(shelf, Supply.KEYS, UnaryOperator.identity()),
				names(shelf, Supply.BUCKETS, (bucket) -> "s3://%s/".formatted(bucket)), shelf.reading().readAt());
	}

	@Override
	public List<EndpointSomewhere> search(Collection<String> targets, String part, int limit) {
		return this.store.search(targets, part, limit);
	}

	private Names names(CatalogStore.Shelf shelf, Supply supply, UnaryOperator<String> spelling) {
		return new Names(shelf.supplies(supply).stream().map(spelling).toList(),
				this.supplies.whyNot(shelf.reading(supply), supply, LocaleContextHolder.getLocale()));
	}

	@Override
	public void renew(Target target) {
		this.readings.read(target, this.properties.patience());
	}

	/**
	 * Has a target read again, and waits for nothing.
	 * @param target which
	 */
	public void readAgain(Target target) {
		this.readings.begin(target);
	}

	@Override
	public List<String> instanceTypes() {
		return List.copyOf(InstanceTypes.known());
	}

	/**
	 * How the last reading of a target went.
	 * @param target which
	 * @return when, and why not
	 */
	public CatalogReading reading(Target target) {
		return this.store.reading(target);
	}

	/**
	 * Searches for endpoints.
	 * @param target where
	 * @param part a part of the name, in any case; null for any
	 * @param pageSize how many at most
	 * @param pageToken where to go on, from the page before
	 * @return endpoints by name
	 */
	public Page<CatalogEndpoint> endpoints(Target target, @Nullable String part, int pageSize,
			@Nullable String pageToken) {
		return Page.cut(this.store.endpoints(target, part, after(pageToken), pageSize + 1), pageSize,
				(last) -> PageToken.of(last.name()));
	}

	/**
	 * Searches for endpoints to pick one.
	 * @param target where
	 * @param part a part of the name, in any case; null for any
	 * @param most how many at most
	 * @return those that a shadow test can use by name, then the others
	 */
	public List<EndpointChoice> pick(Target target, @Nullable String part, int most) {
		return this.store.pick(target, part, most).stream().map(this::choice).toList();
	}

	/**
	 * Searches for models.
	 * @param target where
	 * @param part a part of the name, in any case; null for any
	 * @param pageSize how many at most
	 * @param pageToken where to go on, from the page before
	 * @return names in order
	 */
	public Page<String> models(Target target, @Nullable String part, int pageSize, @Nullable String pageToken) {
		return Page.cut(this.store.models(target, part, after(pageToken), pageSize + 1), pageSize, PageToken::of);
	}

	/**
	 * One endpoint as it was read last.
	 * @param target where
	 * @param name its name
	 * @return empty if none of that name was there
	 */
	public Optional<EndpointChoice> endpoint(Target target, String name) {
		return stock(target, name).endpoints()
			.stream()
			.filter((endpoint) -> endpoint.name().equals(name.strip()))
			.findFirst();
	}

	/**
	 * An endpoint as people are offered it, in their language.
	 * @param endpoint as it was read
	 * @return what to choose, or why not
	 */
	public EndpointChoice choice(CatalogEndpoint endpoint) {
		Obstacle obstacle = endpoint.obstacle();
		Facts facts = endpoint.facts();
		return new EndpointChoice(endpoint.name(), endpoint.status(),
				(obstacle != null) ? this.messages.getMessage(obstacle.messageKey(), new Object[] { endpoint.status() },
						LocaleContextHolder.getLocale()) : null,
				(facts != null) ? production(facts) : null, facts != null && !facts.shadow().isEmpty());
	}

	private static @Nullable VariantFacts production(Facts endpoint) {
		if (endpoint.production().size() != 1) {
			return null;
		}
		Variant variant = endpoint.production().getFirst();
		String model = variant.modelName();
		String type = variant.instanceType();
		Integer count = variant.instanceCount();
		return (model != null && type != null && count != null) ? new VariantFacts(variant.name(), model, type, count)
				: null;
	}

	private static String after(@Nullable String pageToken) {
		return Objects
			.requireNonNullElse((pageToken != null) ? PageToken.decode(pageToken, 1).values().getFirst() : null, "");
	}

}
