package dev.understudy.reliability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one part of a campaign came to.
 *
 * @param title what was done
 * @param settings the properties that differ from the defaults
 * @param took how long it lasted
 * @param judgement the oracle's
 * @param strayed people whose visit ended in a way that nobody foresaw
 * @param facts what else was counted, in words
 * @param ends operations by type and state
 * @param calls calls to SageMaker by operation
 * @param troubles what they met
 */
record Part(String title, Map<String, ?> settings, Duration took, Oracle.Judgement judgement, List<String> strayed,
		Map<String, Object> facts, Map<String, Map<String, Long>> ends, Map<String, Integer> calls,
		Map<String, Integer> troubles) {

	/** Counts and judges what a setting has come to. */
	static Part of(String title, Map<String, ?> settings, Duration took, Setting setting, Crowd crowd,
			Map<String, Object> facts) {
		List<Records.Row> rows = setting.records().operations();
		Oracle oracle = new Oracle(setting.ledger(), setting.wire().deletedOutside());
		Map<String, Map<String, Long>> ends = rows.stream()
			.collect(Collectors.groupingBy(Records.Row::type, TreeMap::new,
					Collectors.groupingBy(Records.Row::state, TreeMap::new, Collectors.counting())));
		Map<String, Integer> calls = setting.wire().calls();
		calls.keySet().removeIf((name) -> name.contains(" "));
		return new Part(title, settings, took, oracle.judge(crowd.promised(), rows, setting.records().audited()),
				crowd.strayed(), facts, ends, calls, setting.wire().troubles());
	}

	/** All that is wrong, in words. */
	List<String> wrong() {
		return Stream.concat(this.judgement.all().stream(), this.strayed.stream()).toList();
	}

	String markdown() {
		List<String> lines = new ArrayList<>(List.of("## " + this.title, "", "| measure | seen |", "|---|---|"));
		row(lines, "lost", this.judgement.lost().size());
		row(lines, "duplicated", this.judgement.duplicated().size());
		row(lines, "stuck", this.judgement.stuck().size());
		row(lines, "falsely adopted", this.judgement.adopted().size());
		row(lines, "without a complete audit trail", this.judgement.unaudited().size());
		this.facts.forEach((name, value) -> row(lines, name, value));
		row(lines, "took", "%d min %d s".formatted(this.took.toMinutes(), this.took.toSecondsPart()));
		this.ends.forEach((type, states) -> row(lines, "operations to " + type, words(states)));
		long operations = this.ends.values()
			.stream()
			.flatMap((it) -> it.values().stream())
			.mapToLong(Long::longValue)
			.sum();
		this.calls.forEach((call, count) -> row(lines, call,
				"%d calls, %.2f for each operation".formatted(count, (double) count / Math.max(1, operations))));
		row(lines, "troubles met", this.troubles.isEmpty() ? "none" : words(this.troubles));
		row(lines, "not as by default",
				this.settings.isEmpty() ? "nothing"
						: this.settings.entrySet()
							.stream()
							.map((it) -> "`%s=%s`".formatted(it.getKey(), it.getValue()))
							.collect(Collectors.joining(" ")));
		if (!wrong().isEmpty()) {
			lines.addAll(List.of("", "### What is wrong", ""));
			wrong().stream().limit(50).forEach((it) -> lines.add("- " + it));
		}
		lines.add("");
		return String.join("\n", lines);
	}

	private static void row(List<String> lines, String name, Object value) {
		lines.add("| %s | %s |".formatted(name, value));
	}

	private static String words(Map<String, ?> counts) {
		return counts.entrySet()
			.stream()
			.map((it) -> "%s %s".formatted(it.getValue(), it.getKey()))
			.collect(Collectors.joining(", "));
	}

}
