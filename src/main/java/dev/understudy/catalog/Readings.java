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

	private final SupplySurvey supplies;

	private final Executor workers = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("catalog-", 0).factory());

	private final Map<String, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

	Readings(Survey survey, SupplySurvey supplies) {
		this.survey = survey;
		this.supplies = supplies;
	}

	/** Begins to read, unless somebody has begun, and waits for nothing. */
	void begin(Target target) {
		CompletableFuture<Void> _ = endpoints(target);
		CompletableFuture<Void> _ = supplies(target);
	}

	private CompletableFuture<Void> endpoints(Target target) {
		return reading("endpoints of " + target.name(), () -> this.survey.read(target));
	}

	private CompletableFuture<Void> supplies(Target target) {
		return reading("supplies of " + target.name(), () -> this.supplies.read(target));
	}

	private CompletableFuture<Void> reading(String what, Runnable survey) {
		CompletableFuture<Void> reading = new CompletableFuture<>();
		CompletableFuture<Void> other = this.underWay.putIfAbsent(what, reading);
		if (other != null) {
			return other;
		}
		this.workers.execute(() -> {
			try {
				survey.run();
				reading.complete(null);
			}
			catch (RuntimeException ex) {
				logger.warn("The {} could not be read: {}", what, ex.getMessage());
				reading.completeExceptionally(ex);
			}
			finally {
				this.underWay.remove(what, reading);
			}
		});
		return reading;
	}

	/**
	 * Reads, and waits for it so long.
	 * @return true if it has been read, at least the endpoints and models, which nobody
	 * can do without
	 */
	boolean read(Target target, Duration patience) {
		long began = System.nanoTime();
		CompletableFuture<Void> supplies = supplies(target);
		boolean read = isDone(endpoints(target), patience);
		isDone(supplies, patience.minusNanos(System.nanoTime() - began));
		return read;
	}

	private static boolean isDone(CompletableFuture<Void> reading, Duration patience) {
		try {
			reading.get(Math.max(0, patience.toMillis()), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			logger.info("AWS is slow to say what there is: nobody waits for it");
		}
		catch (ExecutionException ex) {
			logger.debug("Nothing was read", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return false;
	}

}
