package dev.understudy.reliability;

import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Somebody with one experiment. Every choice depends on nothing but the seed.
 */
final class Person {

	private final Console console;

	private final Ends ends;

	private final Duration patience;

	private final UUID experiment;

	private final SplittableRandom random;

	private final Consumer<UUID> promises;

	private int news;

	/**
	 * Makes one.
	 * @param console what they work with
	 * @param ends tells when operations have ended
	 * @param patience how long they wait for that
	 * @param experiment theirs
	 * @param random where their choices come from
	 * @param promises hears every operation that the application said yes to
	 */
	Person(Console console, Ends ends, Duration patience, UUID experiment, SplittableRandom random,
			Consumer<UUID> promises) {
		this.console = console;
		this.ends = ends;
		this.patience = patience;
		this.experiment = experiment;
		this.random = random;
		this.promises = promises;
	}

	SplittableRandom random() {
		return this.random;
	}

	/** A text that this experiment has not seen yet. */
	String somethingNew() {
		return "Campaign %d".formatted(++this.news);
	}

	/** Asks for an operation and does not wait. */
	UUID begin(Map<String, ?> operation) {
		UUID id = this.console.ask(this.experiment, operation);
		this.promises.accept(id);
		return id;
	}

	/** Waits for the end, and says whether it was a yes. */
	boolean end(UUID operation) throws InterruptedException, TimeoutException {
		this.ends.await(operation, this.patience);
		return this.console.operation(operation).path("state").asString().equals("confirmed");
	}

	/** Asks, waits for the end, and says whether it was a yes. */
	boolean ask(Map<String, ?> operation) throws InterruptedException, TimeoutException {
		return end(begin(operation));
	}

	/** Takes an operation back; it may have ended before. */
	void cancel(UUID operation) {
		this.console.cancel(operation);
	}

	/** Thinks for a while. */
	void pause(Duration atMost) throws InterruptedException {
		Thread.sleep(this.random.nextLong(atMost.toMillis()));
	}

	/** Waits until it runs: what has not been seen to run is not to be stopped. */
	boolean seesItRunning() throws InterruptedException {
		for (int tries = 0; tries < 240; tries++) {
			if (this.console.experiment(this.experiment).at("/sagemaker/status").asString("").equals("Running")) {
				return true;
			}
			Thread.sleep(Duration.ofMillis(500));
		}
		return false;
	}

}
