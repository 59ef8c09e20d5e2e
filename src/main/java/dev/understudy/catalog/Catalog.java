package dev.understudy.catalog;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.understudy.definition.InstanceTypes;
import dev.understudy.experiment.Choices;
import dev.understudy.target.Target;

/**
 * Offers what an account has, from memory. A page never waits longer than its patience
 * for SageMaker; what comes later is there for the next one.
 */
@Component
class Catalog implements Choices {

	private static final Logger logger = LoggerFactory.getLogger(Catalog.class);

	private final AsyncLoadingCache<Target, Offer> offers;

	private final CatalogProperties properties;

	Catalog(Survey survey, CatalogProperties properties) {
		this.properties = properties;
		Executor workers = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("catalog-", 0).factory());
		this.offers = Caffeine.newBuilder()
			.executor(workers)
			.refreshAfterWrite(properties.refresh())
			.expireAfterWrite(properties.forget())
			.buildAsync(survey::of);
	}

	@Override
	public List<EndpointChoice> endpoints(Target target) {
		return offer(target).endpoints();
	}

	@Override
	public List<String> models(Target target) {
		return offer(target).models();
	}

	@Override
	public List<String> instanceTypes() {
		return List.copyOf(InstanceTypes.known());
	}

	private Offer offer(Target target) {
		CompletableFuture<Offer> offer = this.offers.get(target);
		try {
			return offer.get(this.properties.patience().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			logger.info("SageMaker is slow to say what there is in {}: the form takes free text for now",
					target.name());
		}
		catch (ExecutionException ex) {
			logger.warn("SageMaker does not say what there is in {}: {}", target.name(), ex.getMessage());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return Offer.NOTHING;
	}

}
