package dev.understudy.delivery;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a play is played with.
 *
 * @param workers how many work on the operation at the same time
 * @param attempts how many attempts are followed
 * @param acts how often somebody else interferes
 * @param times how long things take
 * @param guards what keeps it safe
 */
record PlayRules(int workers, int attempts, int acts, PlayTimes times, Set<PlayGuard> guards) {

	PlayRules {
		guards = guards.isEmpty() ? Set.of() : EnumSet.copyOf(guards);
	}

	/** For an exhaustive search. */
	static PlayRules ticks(int workers, int attempts, int acts) {
		return new PlayRules(workers, attempts, acts, PlayTimes.ticks(), PlayGuard.all());
	}

	/** For a simulation. */
	static PlayRules real() {
		return new PlayRules(2, 8, 6, PlayTimes.real(), PlayGuard.all());
	}

	PlayRules without(PlayGuard guard) {
		return new PlayRules(this.workers, this.attempts, this.acts, this.times, PlayGuard.allBut(guard));
	}

	Settling settling() {
		return new Settling(has(PlayGuard.SETTLING) ? this.times.settle() : Duration.ZERO,
				has(PlayGuard.IN_USE_WAIT) ? this.times.inUse() : Duration.ZERO);
	}

	String words() {
		return "%d at work, %d attempts, %d acts of others".formatted(this.workers, this.attempts, this.acts);
	}

	boolean has(PlayGuard guard) {
		return this.guards.contains(guard);
	}

}
