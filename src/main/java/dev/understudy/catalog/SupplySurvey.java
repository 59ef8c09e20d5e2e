package dev.understudy.catalog;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.understudy.sagemaker.Buckets;
import dev.understudy.sagemaker.Keys;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.sagemaker.SageMakerRefusal.Kind;
import dev.understudy.target.Target;

/**
 * Reads keys and buckets, each as far as that is permitted, and keeps them. Makes remote
 * calls, never within a transaction.
 */
@Component
class SupplySurvey {

	private static final Logger logger = LoggerFactory.getLogger(SupplySurvey.class);

	private final Keys keys;

	private final Buckets buckets;

	private final SupplyStore store;

	private final CatalogProperties properties;

	private final Clock clock;

	SupplySurvey(Keys keys, Buckets buckets, SupplyStore store, CatalogProperties properties, Clock clock) {
		this.keys = keys;
		this.buckets = buckets;
		this.store = store;
		this.properties = properties;
		this.clock = clock;
	}

	/** Reads what can be read; a refusal is kept for those who wonder. */
	void read(Target target) {
		read(target, Supply.KEYS,
				(most) -> this.keys.aliases(target, most).stream().map((name) -> new Supplied(name, null)).toList());
		read(target, Supply.BUCKETS,
				(most) -> this.buckets.list(target, most)
					.stream()
					.map((bucket) -> new Supplied(bucket.name(), bucket.region()))
					.toList());
	}

	private void read(Target target, Supply supply, IntFunction<List<Supplied>> reading) {
		int most = this.properties.supplies();
		try {
			List<Supplied> read = reading.apply(most + 1).stream().distinct().toList();
			this.store.keep(target, supply, read.stream().limit(most).toList(), read.size() <= most,
					this.clock.instant());
		}
		catch (SageMakerRefusal refusal) {
			logger.info("The {} of {} must be typed: {}", supply.id(), target.name(), refusal.getMessage());
			this.store.failed(target, supply, refusal.kind() == Kind.DENIED,
					Objects.requireNonNull(refusal.getMessage()), this.clock.instant());
		}
	}

}
