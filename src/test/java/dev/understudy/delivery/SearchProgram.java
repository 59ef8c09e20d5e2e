package dev.understudy.delivery;

import java.util.List;

/**
 * Searches everything that can happen while an operation is delivered, to the last state,
 * and prints what it found. A program, not a test: with all bounds it takes long, and 12
 * GB of memory; those of a Create alone take minutes and 1.5 GB.
 * <p>
 * Argument: the operation to search, if not all of them.
 */
public final class SearchProgram {

	private static final List<SearchBound> BOUNDS = List.of(SearchBound.create(1, 3, 3), SearchBound.create(2, 2, 2),
			SearchBound.create(2, 3, 1), SearchBound.change(OperationType.START, null, 2, 3, 1),
			SearchBound.change(OperationType.STOP, null, 2, 3, 1),
			SearchBound.change(OperationType.STOP, PlayOfChange.UPDATE, 2, 2, 1),
			SearchBound.change(OperationType.UPDATE, null, 2, 3, 1),
			SearchBound.change(OperationType.UPDATE, PlayOfChange.UPDATE, 2, 2, 1),
			SearchBound.change(OperationType.DELETE, null, 2, 3, 1),
			SearchBound.change(OperationType.DELETE, PlayOfChange.CREATE, 2, 2, 1),
			SearchBound.change(OperationType.TAG, null, 2, 3, 1));

	private SearchProgram() {
	}

	public static void main(String[] args) {
		long states = 0;
		String wanted = (args.length > 0) ? args[0] : "";
		for (SearchBound bound : BOUNDS.stream().filter((it) -> it.words().startsWith(wanted)).toList()) {
			long begin = System.nanoTime();
			SearchReport report = bound.search();
			states += report.states();
			System.out.printf("%s (%d s)%n  %s%n", bound, (System.nanoTime() - begin) / 1_000_000_000L, report);
			if (!report.isFlawless()) {
				System.exit(1);
			}
		}
		System.out.printf("%,d states in all%n", states);
	}

}
