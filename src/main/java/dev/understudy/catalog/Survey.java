package dev.understudy.catalog;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.function.Function;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Gatherers;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.understudy.sagemaker.Endpoints;
import dev.understudy.sagemaker.Endpoints.Facts;
import dev.understudy.sagemaker.Endpoints.Model;
import dev.understudy.sagemaker.Endpoints.Summary;
import dev.understudy.sagemaker.Endpoints.Variant;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.target.Target;

/**
 * Reads what an account has to choose from, and keeps it. The lists are read whole; only
 * what is new or has changed is looked into, so many at a time. Makes remote calls, never
 * within a transaction.
 */
@Component
class Survey {

	private static final Logger logger = LoggerFactory.getLogger(Survey.class);

	private final Endpoints endpoints;

	private final CatalogStore store;

	private final CatalogProperties properties;

	private final Clock clock;

	Survey(Endpoints endpoints, CatalogStore store, CatalogProperties properties, Clock clock) {
		this.endpoints = endpoints;
		this.store = store;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Reads a target.
	 * @throws SageMakerRefusal if SageMaker did not answer; that is kept as well
	 */
	void read(Target target) {
		Instant now = this.clock.instant();
		try {
			List<Summary> listed = distinct(this.endpoints.list(target));
			List<String> models = this.endpoints.models(target);
			Map<String, CatalogEndpoint> known = this.store.known(target);
			Set<String> due = due(listed, known, now);
			List<CatalogEndpoint> read = listed.stream()
				.gather(Gatherers.mapConcurrent(this.properties.parallel(),
						(summary) -> due.contains(summary.name()) ? look(target, summary)
								: as(known.get(summary.name()), summary)))
				.toList();
			this.store.keep(target, read, models, this.clock.instant());
		}
		catch (SageMakerRefusal refusal) {
			this.store.failed(target, Objects.requireNonNull(refusal.getMessage()), now);
			throw refusal;
		}
	}

	/** A list may name one twice while it changes. */
	private static List<Summary> distinct(List<Summary> listed) {
		return List.copyOf(listed.stream()
			.collect(Collectors.toMap(Summary::name, Function.identity(), (one, other) -> one, LinkedHashMap::new))
			.values());
	}

	private Set<String> due(List<Summary> listed, Map<String, CatalogEndpoint> known, Instant now) {
		Set<String> due = new HashSet<>();
		listed.stream()
			.filter((summary) -> isNews(summary, known.get(summary.name()), now))
			.limit(this.properties.endpoints())
			.forEach((summary) -> due.add(summary.name()));
		return due;
	}

	// Automatic scaling changes an endpoint without a word in the list.
	private boolean isNews(Summary summary, @Nullable CatalogEndpoint before, Instant now) {
		return before == null || before.lookedAt() == null || !before.status().equals(summary.status())
				|| !Objects.equals(before.modifiedAt(), summary.lastModifiedTime())
				|| before.lookedAt().plus(this.properties.relook()).isBefore(now);
	}

	// What cannot be read of one endpoint must not hide the others.
	private CatalogEndpoint look(Target target, Summary summary) {
		try {
			return this.endpoints.describe(target, summary.name())
				.map((endpoint) -> seen(endpoint, summary, model(target, endpoint)))
				.orElseGet(() -> as(null, summary));
		}
		catch (SageMakerRefusal refusal) {
			logger.info("Endpoint {} is offered by name only: {}", summary.name(), refusal.getMessage());
			return as(null, summary);
		}
	}

	private @Nullable Model model(Target target, Facts endpoint) {
		return endpoint.production()
			.stream()
			.map(Variant::modelName)
			.flatMap((name) -> Optional.ofNullable(name).stream())
			.findFirst()
			.flatMap((name) -> this.endpoints.model(target, name))
			.orElse(null);
	}

	private CatalogEndpoint seen(Facts endpoint, Summary summary, @Nullable Model model) {
		return new CatalogEndpoint(endpoint.name(), endpoint.status(), summary.lastModifiedTime(), endpoint,
				Obstacle.of(endpoint, model).orElse(null), this.clock.instant());
	}

	private static CatalogEndpoint as(@Nullable CatalogEndpoint before, Summary summary) {
		return (before != null && before.status().equals(summary.status())) ? before
				: new CatalogEndpoint(summary.name(), summary.status(), summary.lastModifiedTime(), null, null, null);
	}

}
