package dev.understudy.reliability;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

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

	/** Where the numbers of those begin who come last. */
	private static final int LAST = 90_000;

	/** How likely somebody is to take back what they submit. */
	private static final double TAKEN_BACK = 0.05;

	private final Console console;

	private final Ends ends;

	private final long seed;

	private final Duration patience;

	private final Set<UUID> promised = ConcurrentHashMap.newKeySet();

	private final Map<String, Integer> refused = new ConcurrentHashMap<>();

	private final Queue<String> strayed = new ConcurrentLinkedQueue<>();

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
		return List.copyOf(this.promised);
	}

	/** What the application refused to be asked for, and how often. */
	Map<String, Integer> refused() {
		return new TreeMap<>(this.refused);
	}

	/**
	 * People whose visit ended in a way that nobody foresaw: what they wanted is untold.
	 */
	List<String> strayed() {
		return List.copyOf(this.strayed);
	}

	int submitted() {
		return this.submitted.get();
	}

	int done() {
		return this.done.get();
	}

	/**
	 * Lets one more come for each endpoint, who keeps both variants on it. Nobody can
	 * start anything there afterwards, so it is the last thing they do.
	 */
	void keepBoth() throws InterruptedException {
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int n = 0; n < ENDPOINTS.size(); n++) {
				int number = LAST + n;
				String endpoint = ENDPOINTS.get(n);
				executor.submit(() -> {
					visit(number, endpoint, random(number), (random) -> List.of(Later.START_AND_KEEP));
					return number;
				});
			}
		}
	}

	private void live(int number) throws InterruptedException {
		SplittableRandom random = random(number);
		visit(number, ENDPOINTS.get(random.nextInt(ENDPOINTS.size())), random, Later::of);
	}

	private SplittableRandom random(int number) {
		return new SplittableRandom(this.seed * 1_000_003 + number);
	}

	private void visit(int number, String endpoint, SplittableRandom random,
			Function<SplittableRandom, List<Later>> laters) throws InterruptedException {
		try {
			UUID experiment = this.console.draft(definition(number, endpoint));
			this.submitted.incrementAndGet();
			Person person = new Person(this.console, this.ends, this.patience, experiment, random, this.promised::add);
			if (create(person)) {
				change(person, endpoint, laters.apply(random));
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
		catch (RuntimeException ex) {
			this.strayed.add("a person on %s with experiment %d: %s".formatted(endpoint, number, ex));
		}
	}

	// Some take it back; where that was in time they submit it again.
	private static boolean create(Person person) throws InterruptedException, TimeoutException {
		Map<String, ?> create = Map.of("type", "create");
		if (person.random().nextDouble() >= TAKEN_BACK) {
			return person.ask(create);
		}
		UUID taken = person.begin(create);
		person.pause(Later.LONGEST_THOUGHT);
		person.cancel(taken);
		return person.end(taken) || person.ask(create);
	}

	private void change(Person person, String endpoint, List<Later> laters)
			throws InterruptedException, TimeoutException {
		for (Later later : laters) {
			if (later.needsTheStage()) {
				Semaphore stage = this.stages.computeIfAbsent(endpoint, (name) -> new Semaphore(1));
				stage.acquire();
				try {
					later.carryOut(person);
				}
				finally {
					stage.release();
				}
			}
			else {
				later.carryOut(person);
			}
		}
	}

	private static Definition definition(int number, String endpoint) {
		Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(20));
		return Drafts.definition(Drafts.change(
				Drafts.change(Drafts.change(Drafts.with("/Name", "campaign-%05d".formatted(number)), "/EndpointName",
						endpoint), "/Schedule/StartTime", start.toString()),
				"/Schedule/EndTime", start.plus(Duration.ofDays(2)).toString()));
	}

}
