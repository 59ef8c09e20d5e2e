package dev.understudy.delivery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What differs between the operations that are delivered: what stands in SageMaker, what
 * is decided about it, and what must never happen to it.
 *
 * @param <T> what can stand in SageMaker
 */
interface PlayStory<T> {

	PlayRules rules();

	Play<T> start();

	/** Whether it changes what stands there, and so is done only when a look shows it. */
	boolean isChange();

	/** What a worker is told by a look that shows this. */
	Observation observe(PlayRow row, T seen);

	boolean canBeUnreadable(T standing);

	Decision decide(PlayRow row, Observation seen, PlayLedger.Gate gate, Instant now);

	/** Since when what is to be changed is missing, as a look at it says. */
	default @Nullable Instant missingSince(PlayRow row, Observation seen, Instant lookedAt, Instant now) {
		return null;
	}

	/** Keeps in mind what has to be remembered of an end. */
	default Play<T> ending(Play<T> play, Decision end) {
		return play;
	}

	/** What AWS makes of a request, or null if what stands there does not allow it. */
	@Nullable PlayWorld<T> accepted(Play<T> play, PlayRequest request, Instant visible);

	/** What people do in SageMaker, and what happens there by itself. */
	void elsewhere(Play<T> play, PlayMoves<Play<T>> moves);

	@Nullable String violation(Play<T> before, Play<T> after);

	/** What stands there as a number below 256. */
	int pack(T thing);

	T unpack(int packed);

	/** Somebody else changes what stands there. */
	default void somebody(Play<T> play, PlayMoves<Play<T>> moves, String does, T standing) {
		if (play.world().acts() > 0) {
			Instant visible = play.now().plus(rules().times().stale());
			moves.fault(1, "somebody else", does, () -> play.with(play.world().touched(standing, play.now(), visible)));
		}
	}

}
