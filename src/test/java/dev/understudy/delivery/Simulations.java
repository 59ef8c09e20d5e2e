package dev.understudy.delivery;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

import dev.understudy.delivery.PlaySubject.Status;

/**
 * Simulations of every operation, with the times of production. The seed tells which
 * operation it is, too.
 *
 * @param all one simulation for each operation
 */
record Simulations(List<Simulation<?>> all) {

	static Simulations with(PlayRules rules) {
		Simulation<?> create = of(new PlayOfCreate(rules));
		return new Simulations(
				List.of(create, create, create, of(new PlayOfChange(OperationType.START, Status.CREATED, null, rules)),
						of(new PlayOfChange(OperationType.STOP, Status.RUNNING, PlayOfChange.UPDATE, rules)),
						of(new PlayOfChange(OperationType.UPDATE, Status.CREATED, PlayOfChange.UPDATE, rules)),
						of(new PlayOfChange(OperationType.DELETE, Status.CREATED, PlayOfChange.CREATE, rules)),
						of(new PlayOfChange(OperationType.TAG, Status.RUNNING, null, rules))));
	}

	private static <T> Simulation<Play<T>> of(PlayStory<T> story) {
		return new Simulation<>(new PlayStage<>(story));
	}

	/**
	 * Plays many seeds.
	 * @return the first one with which something goes wrong
	 */
	OptionalLong firstWrong(long first, long seeds) {
		return LongStream.range(first, first + seeds)
			.parallel()
			.filter((seed) -> of(seed).play(seed) != null)
			.findFirst();
	}

	SimulationReport replay(long seed) {
		return of(seed).replay(seed);
	}

	private Simulation<?> of(long seed) {
		return this.all.get(Math.floorMod(seed, this.all.size()));
	}

}
