package dev.understudy.reliability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Two processes with default settings, one of which is frozen with work in hand for
 * longer than it takes to be taken for dead, and then goes on as if nothing had happened.
 */
final class FreezeCampaign {

	private static final Duration PATIENCE = Duration.ofMinutes(25);

	private static final int PEOPLE = 24;

	private final Options options;

	private final Path directory;

	FreezeCampaign(Options options, Path directory) {
		this.options = options;
		this.directory = directory;
	}

	Part run() throws InterruptedException {
		long begin = System.nanoTime();
		Duration frozen = Duration.ofSeconds(this.options.freeze());
		try (Setting setting = new Setting(this.directory, (call) -> Trouble.SLOW, 2, false, Map.of());
				Ends ends = new Ends(setting.records())) {
			Crowd crowd = new Crowd(setting.console(), ends, this.options.seed(), PATIENCE);
			Application victim = setting.replicas().getFirst();
			Thread freezing = Thread.ofPlatform().start(() -> freeze(victim, ends, frozen));
			crowd.come(PEOPLE * 4, PEOPLE, () -> false);
			freezing.join();
			ends.awaitQuiet(PATIENCE);
			Map<String, Object> facts = new LinkedHashMap<>();
			facts.put("submitted", crowd.submitted());
			facts.put("frozen for", frozen.toSeconds() + " s");
			Ends.Kill freeze = ends.kills().getFirst();
			facts.put("operations in its hands when it froze", freeze.held());
			facts.put("until all of them had moved on", "%.1f s".formatted(
					freeze.ofHeld().stream().max(Duration::compareTo).orElse(Duration.ZERO).toMillis() / 1000.0));
			return Part.of("Freeze: SIGSTOP, and SIGCONT after %d s".formatted(frozen.toSeconds()), Map.of(),
					Duration.ofNanos(System.nanoTime() - begin), setting, crowd, facts);
		}
	}

	private static void freeze(Application victim, Ends ends, Duration time) {
		try {
			while (ends.unfinished() == 0) {
				Thread.sleep(Duration.ofMillis(50));
			}
			victim.freeze();
			ends.killed(victim.name());
			Thread.sleep(time);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			victim.thaw();
		}
	}

}
