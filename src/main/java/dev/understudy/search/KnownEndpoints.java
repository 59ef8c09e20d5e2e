package dev.understudy.search;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import dev.understudy.experiment.Choices.EndpointChoice;
import dev.understudy.experiment.FormChoices;
import dev.understudy.target.Target;

/**
 * The endpoints of the accounts, as far as they are remembered. Whoever types does not
 * wait for SageMaker; what it says later is there for the next letter.
 */
@Component
class KnownEndpoints {

	private static final Duration PATIENCE = Duration.ofMillis(300);

	private final FormChoices choices;

	private final Duration patience;

	private final Executor workers = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("search-", 0).factory());

	@Autowired
	KnownEndpoints(FormChoices choices) {
		this(choices, PATIENCE);
	}

	KnownEndpoints(FormChoices choices, Duration patience) {
		this.choices = choices;
		this.patience = patience;
	}

	/**
	 * Asks for all targets at once.
	 * @return what is known in time
	 */
	List<Known> of(List<Target> targets) {
		List<CompletableFuture<List<Known>>> asked = targets.stream().map(this::ask).toList();
		return asked.stream().map(CompletableFuture::join).flatMap(List::stream).toList();
	}

	private CompletableFuture<List<Known>> ask(Target target) {
		return CompletableFuture.supplyAsync(
				() -> this.choices.offer(target, null).endpoints().stream().map((it) -> new Known(target, it)).toList(),
				this.workers)
			.completeOnTimeout(List.of(), this.patience.toMillis(), TimeUnit.MILLISECONDS);
	}

	/**
	 * An endpoint that is known.
	 *
	 * @param target the account and region it is in
	 * @param endpoint what is known of it
	 */
	record Known(Target target, EndpointChoice endpoint) {
	}

}
