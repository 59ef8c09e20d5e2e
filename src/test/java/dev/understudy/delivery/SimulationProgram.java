package dev.understudy.delivery;

import java.util.OptionalLong;

/**
 * Plays a million seeds and prints the first that goes wrong, with all that happened. A
 * program, not a test.
 * <p>
 * Arguments: how many seeds, and the first of them. One seed alone tells all that
 * happens, whether it goes wrong or not.
 */
public final class SimulationProgram {

	private SimulationProgram() {
	}

	public static void main(String[] args) {
		long seeds = (args.length > 0) ? Long.parseLong(args[0]) : 1_000_000;
		long first = (args.length > 1) ? Long.parseLong(args[1]) : 0;
		Simulations simulations = Simulations.with(PlayRules.real());
		long begin = System.nanoTime();
		OptionalLong wrong = simulations.firstWrong(first, seeds);
		System.out.printf("%,d seeds from %d: %s (%d s)%n", seeds, first,
				wrong.isPresent() ? "something goes wrong" : "nothing is ever wrong",
				(System.nanoTime() - begin) / 1_000_000_000L);
		if (wrong.isPresent() || seeds == 1) {
			System.out.println(simulations.replay(wrong.orElse(first)));
		}
		if (wrong.isPresent()) {
			System.exit(1);
		}
	}

}
