package dev.understudy.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Gatherers;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.understudy.experiment.Choices.EndpointChoice;
import dev.understudy.experiment.Choices.VariantFacts;
import dev.understudy.sagemaker.Endpoints;
import dev.understudy.sagemaker.Endpoints.Facts;
import dev.understudy.sagemaker.Endpoints.Model;
import dev.understudy.sagemaker.Endpoints.Variant;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.target.Target;

/**
 * Reads what an account has to choose from. Makes many remote calls.
 */
@Component
class Survey {

	private static final Logger logger = LoggerFactory.getLogger(Survey.class);

	private final Endpoints endpoints;

	private final MessageSource messages;

	private final CatalogProperties properties;

	Survey(Endpoints endpoints, MessageSource messages, CatalogProperties properties) {
		this.endpoints = endpoints;
		this.messages = messages;
		this.properties = properties;
	}

	Offer of(Target target) {
		List<Endpoints.Summary> all = this.endpoints.list(target);
		List<EndpointChoice> looked = all.stream()
			.limit(this.properties.endpoints())
			.gather(Gatherers.mapConcurrent(this.properties.parallel(), (summary) -> look(target, summary)))
			.toList();
		List<EndpointChoice> named = all.stream().skip(this.properties.endpoints()).map(Survey::unknown).toList();
		return new Offer(looked, named, this.endpoints.models(target));
	}

	// What cannot be read of one endpoint must not hide the others.
	private EndpointChoice look(Target target, Endpoints.Summary summary) {
		try {
			return this.endpoints.describe(target, summary.name())
				.map((endpoint) -> choice(endpoint, model(target, endpoint)))
				.orElseGet(() -> unknown(summary));
		}
		catch (SageMakerRefusal refusal) {
			logger.info("Endpoint {} is offered by name only: {}", summary.name(), refusal.getMessage());
			return unknown(summary);
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

	private EndpointChoice choice(Facts endpoint, @Nullable Model model) {
		String whyNot = Obstacle.of(endpoint, model)
			.map((obstacle) -> this.messages.getMessage(obstacle.messageKey(), new Object[] { endpoint.status() },
					Locale.ENGLISH))
			.orElse(null);
		return new EndpointChoice(endpoint.name(), endpoint.status(), whyNot, production(endpoint),
				!endpoint.shadow().isEmpty());
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

	private static EndpointChoice unknown(Endpoints.Summary summary) {
		return new EndpointChoice(summary.name(), summary.status(), null, null, false);
	}

}
