package dev.understudy.reliability;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import dev.understudy.definition.Definition;
import dev.understudy.definition.Drafts;

/**
 * People who submit experiments and later change, start, stop and delete them, many at a
 * time. Every choice of theirs depends on nothing but the seed and the experiment's
 * number.
 */
final class Crowd {

	private static final List<String> ENDPOINTS = List.of("fraud-prod", "ranking-prod", "search-prod", "churn-prod",
			"pricing-prod", "vision-prod", "speech-prod");

	private final Console console;

	private final Ends ends;

	private final long seed;

	private final Duration patience;

	private final Map<UUID, String> promised = new ConcurrentHashMap<>();

	private final Map<String, Integer> refused = new ConcurrentHashMap<>();

	private final Map<String, Semaphore> stages = new ConcurrentHashMap<>();

	private final AtomicInteger submitted = new AtomicInteger();

	private final AtomicInteger done = new AtomicInteger();

	Crowd(Console console, Ends ends, long seed, Duration patience) {
		this.console = console;
		this.ends = ends;
		this.seed = seed;
		this.patience = patience;
	}

	/**
	 * Lets them come until they have had enough, and waits for the last one.
	 * @param most how many come at most
	 * @param atOnce how many at a time
	 * @param enough asked before each one comes
	 */
	void come(int most, int atOnce, BooleanSupplier enough) throws InterruptedException {
		Semaphore places = new Semaphore(atOnce);
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int n = 0; n < most && !enough.getAsBoolean(); n++) {
				places.acquire();
				int number = n;
				executor.submit(() -> {
					try {
						live(number);
					}
					finally {
						places.release();
						this.done.incrementAndGet();
					}
					return number;
				});
			}
		}
	}

	/** The operations that the application said yes to. */
	List<UUID> promised() {
		return new ArrayList<>(this.promised.keySet());
	}

	/** What the application refused to be asked for, and how often. */
	Map<String, Integer> refused() {
		return new TreeMap<>(this.refused);
	}

	int submitted() {
		return this.submitted.get();
	}

	int done() {
		return this.done.get();
	}

	private void live(int number) throws InterruptedException {
		SplittableRandom random = new SplittableRandom(this.seed * 1_000_003 + number);
		String endpoint = ENDPOINTS.get(random.nextInt(ENDPOINTS.size()));
		try {
			UUID experiment = this.console.draft(definition(number, endpoint));
			this.submitted.incrementAndGet();
			if (ask(experiment, Map.of("type", "create"))) {
				change(experiment, endpoint, random);
			}
		}
		catch (Console.Refused ex) {
			this.refused.merge(
					ex.getMessage().replaceAll("[0-9a-f-]{36}", "…").replaceAll("\\{.*\"code\":\"([a-z-]+)\".*", "$1"),
					1, Integer::sum);
		}
		catch (TimeoutException ex) {
			this.refused.merge("no end within " + this.patience, 1, Integer::sum);
		}
	}

	private void change(UUID experiment, String endpoint, SplittableRandom random)
			throws InterruptedException, TimeoutException {
		for (Later later : Later.of(random)) {
			if (later.needsTheStage()) {
				Semaphore stage = this.stages.computeIfAbsent(endpoint, (name) -> new Semaphore(1));
				stage.acquire();
				try {
					later.carryOut(experiment, this::ask, this.console);
				}
				finally {
					stage.release();
				}
			}
			else {
				later.carryOut(experiment, this::ask, this.console);
			}
		}
	}

	/** Asks, waits for the end, and says whether it was a yes. */
	private boolean ask(UUID experiment, Map<String, ?> operation) throws InterruptedException, TimeoutException {
		UUID id = this.console.ask(experiment, operation);
		this.promised.put(id, String.valueOf(operation.get("type")));
		this.ends.await(id, this.patience);
		return this.console.operation(id).path("state").asString().equals("confirmed");
	}

	private static Definition definition(int number, String endpoint) {
		Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(20));
		return Drafts.definition(Drafts.change(
				Drafts.change(Drafts.change(Drafts.with("/Name", "campaign-%05d".formatted(number)), "/EndpointName",
						endpoint), "/Schedule/StartTime", start.toString()),
				"/Schedule/EndTime", start.plus(Duration.ofDays(2)).toString()));
	}

}
