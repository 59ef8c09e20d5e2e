package dev.understudy.catalog;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.sagemaker.SageMakerRefusal.Kind;
import dev.understudy.shell.Words;

/**
 * Looks at several things at the same time, all of them until one deadline. What has not
 * answered by then is given up, and says so.
 */
final class Lookout implements AutoCloseable {

	private final ExecutorService workers = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("preflight-", 0).factory());

	private final Clock clock;

	private final Duration patience;

	private final long began = System.nanoTime();

	Lookout(Clock clock, Duration patience) {
		this.clock = clock;
		this.patience = patience;
	}

	/**
	 * Begins to look.
	 * @param permission what AWS asks of whoever looks
	 * @param look a remote call
	 */
	<T> CompletableFuture<Seen<T>> look(String permission, Supplier<Optional<T>> look) {
		return CompletableFuture.supplyAsync(() -> seen(permission, look), this.workers);
	}

	/** Goes on with what was seen. */
	<T, R> CompletableFuture<Seen<R>> then(CompletableFuture<Seen<T>> first, String permission,
			Function<T, Optional<R>> look) {
		return first.thenApplyAsync((seen) -> seen.then((value) -> seen(permission, () -> look.apply(value))),
				this.workers);
	}

	/** Waits for something as long as there is time. */
	<T> Seen<T> await(CompletableFuture<Seen<T>> looking) {
		long left = this.patience.toNanos() - (System.nanoTime() - this.began);
		try {
			return looking.get(Math.max(0, left), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			return new Seen.Untold<>(Words.of("preflight.unread.slow", this.patience.toMillis() / 1000.0));
		}
		catch (ExecutionException | CompletionException ex) {
			throw new IllegalStateException("A look has failed", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Seen.Untold<>(Words.of("preflight.unread.interrupted"));
		}
	}

	private <T> Seen<T> seen(String permission, Supplier<Optional<T>> look) {
		try {
			Optional<T> value = look.get();
			return Seen.of(value, this.clock.instant());
		}
		catch (SageMakerRefusal refusal) {
			return new Seen.Untold<>((refusal.kind() == Kind.DENIED) ? Words.of("preflight.unread.denied", permission)
					: Words.of("preflight.unread.refused", refusal.code(), refusal.words()));
		}
	}

	/** Whoever still looks is interrupted, and nobody waits for that. */
	@Override
	public void close() {
		this.workers.shutdownNow();
	}

}
