package dev.understudy.reliability;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How long a campaign lasts.
 *
 * @param submissions how many experiments are submitted among faults; 0 leaves that part
 * out
 * @param kills how often a process is killed; 0 leaves that part out
 * @param freeze for how many seconds a process is frozen; 0 leaves that part out
 * @param atOnce how many people act at the same time
 * @param probability how likely each call to SageMaker is to meet trouble
 * @param seed where everything random begins
 * @param out where the report goes
 */
record Options(int submissions, int kills, int freeze, int atOnce, double probability, long seed, Path out) {

	private static final Set<String> KNOWN = Set.of("submissions", "kills", "freeze", "at-once", "probability", "seed",
			"out");

	/** Reads {@code --name=value}. */
	static Options of(String... arguments) {
		Map<String, String> given = new HashMap<>();
		for (String argument : arguments) {
			String[] parts = argument.split("=", 2);
			if (parts.length < 2 || !parts[0].startsWith("--") || !KNOWN.contains(parts[0].substring(2))) {
				throw new IllegalArgumentException("Not an option: %s. There are --%s=…".formatted(argument,
						String.join("=…, --", KNOWN.stream().sorted().toList())));
			}
			given.put(parts[0].substring(2), parts[1]);
		}
		return new Options(Integer.parseInt(given.getOrDefault("submissions", "10000")),
				Integer.parseInt(given.getOrDefault("kills", "300")),
				Integer.parseInt(given.getOrDefault("freeze", "90")),
				Integer.parseInt(given.getOrDefault("at-once", "48")),
				Double.parseDouble(given.getOrDefault("probability", "0.1")),
				Long.parseLong(given.getOrDefault("seed", Long.toString(System.nanoTime() & 0xFFFFFF))),
				Path.of(given.getOrDefault("out", "target/reliability/campaign.md")));
	}

}
