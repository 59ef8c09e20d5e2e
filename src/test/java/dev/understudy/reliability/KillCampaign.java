package dev.understudy.reliability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Two processes on one database with default settings, one of which is killed again and
 * again while people submit, and started anew.
 */
final class KillCampaign {

	/** Three refused or lost requests would be waited for as long as they may act. */
	private static final Duration PATIENCE = Duration.ofMinutes(25);

	private static final int PEOPLE = 24;

	private final Options options;

	private final Path directory;

	private final Map<String, ?> settings;

	KillCampaign(Options options, Path directory, Map<String, ?> settings) {
		this.options = options;
		this.directory = directory;
		this.settings = settings;
	}

	Part run() throws InterruptedException {
		long begin = System.nanoTime();
		// Slow enough for a kill to meet something under way.
		Wire.Weather weather = (call) -> Trouble.SLOW;
		try (Setting setting = new Setting(this.directory, weather, 2, true, this.settings);
				Ends ends = new Ends(setting.records())) {
			Console console = setting.console();
			Crowd crowd = new Crowd(console, ends, this.options.seed(), PATIENCE);
			AtomicBoolean enough = new AtomicBoolean();
			Thread people = Thread.ofPlatform().name("people").start(() -> come(crowd, enough));
			kill(setting.replicas(), ends);
			enough.set(true);
			people.join();
			ends.awaitQuiet(PATIENCE);
			Part part = Part.of("Kills: kill -9 over two processes, %d times".formatted(this.options.kills()),
					this.settings, Duration.ofNanos(System.nanoTime() - begin), setting, crowd,
					facts(crowd, console, ends.kills()));
			return part;
		}
	}

	private void come(Crowd crowd, AtomicBoolean enough) {
		try {
			crowd.come(Integer.MAX_VALUE, PEOPLE, enough::get);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void kill(List<Application> replicas, Ends ends) throws InterruptedException {
		SplittableRandom random = new SplittableRandom(this.options.seed());
		for (int n = 1; n <= this.options.kills(); n++) {
			int victim = random.nextInt(replicas.size());
			Application replica = replicas.get(victim).awaitReady();
			Thread.sleep(random.nextInt(500, 3500));
			replica.kill();
			ends.killed(replica.name());
			replica.restart();
			if (n % 10 == 0) {
				System.out.printf("%d kills, %d operations unfinished%n", n, ends.unfinished());
			}
		}
		for (Application replica : replicas) {
			replica.awaitReady();
		}
	}

	private static Map<String, Object> facts(Crowd crowd, Console console, List<Ends.Kill> kills) {
		List<Duration> held = sorted(kills.stream().flatMap((it) -> it.ofHeld().stream()));
		List<Duration> last = sorted(
				kills.stream().flatMap((it) -> it.ofHeld().stream().max(Duration::compareTo).stream()));
		List<Duration> all = sorted(kills.stream().flatMap((it) -> it.all().stream()));
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("submitted", crowd.submitted());
		facts.put("kills", kills.size());
		facts.put("kills that met operations in the victim's hands",
				kills.stream().filter((it) -> it.held() > 0).count());
		facts.put("operations in a victim's hands", kills.stream().mapToInt(Ends.Kill::held).sum());
		facts.put("recovery of each of them: p50, p99, longest", percentiles(held));
		facts.put("recovery of the last of them at each kill: p50, p99, longest", percentiles(last));
		facts.put("until each of the %d unfinished operations, whoever had it, had moved on: p50, p99, longest"
			.formatted(all.size()), percentiles(all));
		facts.put("kills whose operations never moved on", kills.stream().filter((it) -> !it.isOver()).count());
		facts.put("requests made again by the client", console.repeated());
		facts.put("refused when asked for", crowd.refused().isEmpty() ? "none" : crowd.refused());
		return facts;
	}

	private static List<Duration> sorted(Stream<Duration> durations) {
		return durations.sorted().toList();
	}

	private static String percentiles(List<Duration> sorted) {
		return "%.1f s, %.1f s, %.1f s".formatted(seconds(sorted, 0.5), seconds(sorted, 0.99), seconds(sorted, 1));
	}

	private static double seconds(List<Duration> sorted, double share) {
		if (sorted.isEmpty()) {
			return 0;
		}
		return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1)).toMillis() / 1000.0;
	}

}
