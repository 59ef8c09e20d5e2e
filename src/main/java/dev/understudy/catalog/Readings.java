package dev.understudy.catalog;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.understudy.target.Target;

/**
 * Reads targets, each of them once at a time in this process, however many wait for it.
 */
@Component
class Readings {

	private static final Logger logger = LoggerFactory.getLogger(Readings.class);

	private final Survey survey;

	private final Executor workers = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("catalog-", 0).factory());

	private final Map<String, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

	Readings(Survey survey) {
		this.survey = survey;
	}

	/** Begins to read, unless somebody has begun. */
	CompletableFuture<Void> begin(Target target) {
		CompletableFuture<Void> reading = new CompletableFuture<>();
		CompletableFuture<Void> other = this.underWay.putIfAbsent(target.name(), reading);
		if (other != null) {
			return other;
		}
		this.workers.execute(() -> {
			try {
				this.survey.read(target);
				reading.complete(null);
			}
			catch (RuntimeException ex) {
				logger.warn("Target {} does not say what there is: {}", target.name(), ex.getMessage());
				reading.completeExceptionally(ex);
			}
			finally {
				this.underWay.remove(target.name(), reading);
			}
		});
		return reading;
	}

	/**
	 * Reads, and waits for it so long.
	 * @return true if it has been read
	 */
	boolean read(Target target, Duration patience) {
		try {
			begin(target).get(patience.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			logger.info("SageMaker is slow to say what there is in {}: nobody waits for it", target.name());
		}
		catch (ExecutionException ex) {
			logger.debug("Nothing was read of {}", target.name(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return false;
	}

}
