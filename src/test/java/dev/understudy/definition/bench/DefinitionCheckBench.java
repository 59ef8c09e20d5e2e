package dev.understudy.definition.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;

import dev.understudy.definition.Contexts;
import dev.understudy.definition.DefinitionCheck;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.definition.RuleContext;
import dev.understudy.definition.Verdict;

/**
 * Prints how many definitions one core checks in a second: read from JSON and judged,
 * half of them in order, half with several findings. A program, not a test.
 */
public final class DefinitionCheckBench {

	private static final int DEFINITIONS = 1_000;

	private static final int ROUNDS = 10;

	private static final long ROUND_NANOS = 2_000_000_000L;

	private final DefinitionCheck check = new DefinitionCheck(List.of());

	private final RuleContext context = Contexts.sandbox(Contexts.NOW);

	private DefinitionCheckBench() {
	}

	public static void main(String[] args) {
		List<String> documents = IntStream.range(0, DEFINITIONS).mapToObj(DefinitionCheckBench::document).toList();
		DefinitionCheckBench bench = new DefinitionCheckBench();
		for (int round = 1; round <= ROUNDS; round++) {
			System.out.printf("round %2d: %,d definitions checked per second on one core%n", round,
					bench.round(documents));
		}
	}

	private static String document(int index) {
		Draft draft = Drafts.with("/Name", "fraud-v7-shadow-" + index);
		if (index % 2 == 1) {
			draft = Drafts.change(Drafts.change(draft, "/ModelVariants/1/ModelName", "a_b"), "/Schedule/EndTime", null);
		}
		return draft.json();
	}

	private long round(List<String> documents) {
		long begin = cpuNanos();
		long checked = 0;
		long refused = 0;
		while (cpuNanos() - begin < ROUND_NANOS) {
			for (String document : documents) {
				Verdict verdict = this.check.check(Draft.parse(document), this.context);
				refused += (verdict instanceof Verdict.Refused) ? 1 : 0;
			}
			checked += documents.size();
		}
		if (refused * 2 != checked) {
			throw new IllegalStateException("Half of the definitions should be refused");
		}
		return checked * 1_000_000_000L / (cpuNanos() - begin);
	}

	/** What this thread used: other programs on the machine do not count. */
	private static long cpuNanos() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}

}
