package dev.understudy.reliability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Many submissions and their later operations, while every call to SageMaker may go wrong
 * and connections to the database break.
 */
final class FaultCampaign {

	/**
	 * Short, so that it ends. What must stay in proportion does: nothing is under way for
	 * longer than it takes to settle.
	 */
	static final Map<String, String> SHORT = new TreeMap<>(Map.ofEntries(Map.entry("understudy.delivery.settle", "12s"),
			Map.entry("understudy.delivery.in-use", "3s"), Map.entry("understudy.delivery.claim", "5s"),
			Map.entry("understudy.delivery.missing-for", "2s"), Map.entry("understudy.delivery.shortest-wait", "200ms"),
			Map.entry("understudy.delivery.longest-wait", "2s"), Map.entry("understudy.delivery.sweep", "5s"),
			Map.entry("understudy.tracking.transitional", "2s"), Map.entry("understudy.tracking.rate", "200"),
			Map.entry("understudy.tracking.burst", "200"), Map.entry("understudy.sagemaker.call-timeout", "2s"),
			Map.entry("understudy.sagemaker.connect-timeout", "1s"), Map.entry("understudy.jobs.threads", "30"),
			Map.entry("understudy.jobs.poll", "500ms"), Map.entry("understudy.jobs.heartbeat", "1s")));

	private static final Duration PATIENCE = Duration.ofMinutes(4);

	private final Options options;

	private final Path directory;

	FaultCampaign(Options options, Path directory) {
		this.options = options;
		this.directory = directory;
	}

	Part run() throws InterruptedException {
		long begin = System.nanoTime();
		Chaos chaos = new Chaos(this.options.seed(), this.options.probability());
		try (Setting setting = new Setting(this.directory, chaos, 2, false, SHORT);
				Ends ends = new Ends(setting.records())) {
			Console console = setting.console();
			Crowd crowd = new Crowd(console, ends, this.options.seed(), PATIENCE);
			Gremlin gremlin = new Gremlin(setting, crowd, ends, this.options.submissions());
			crowd.come(this.options.submissions(), this.options.atOnce(), () -> false);
			crowd.keepBoth();
			gremlin.end();
			ends.awaitQuiet(PATIENCE);
			Map<String, Object> facts = new LinkedHashMap<>();
			facts.put("submitted", crowd.submitted());
			facts.put("connections to the database broken", gremlin.broken());
			facts.put("processes killed", gremlin.killed());
			facts.put("processes started again because they had no database at their start", gremlin.revived());
			facts.put("requests made again by the client", console.repeated());
			facts.put("operations that a stop went past", setting.records().overtaken());
			facts.put("refused when asked for", crowd.refused().isEmpty() ? "none" : crowd.refused());
			return Part.of("Faults: each call to SageMaker meets one with p = " + this.options.probability(), SHORT,
					Duration.ofNanos(System.nanoTime() - begin), setting, crowd, facts);
		}
	}

}
