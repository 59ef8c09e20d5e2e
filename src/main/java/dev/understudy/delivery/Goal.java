package dev.understudy.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.understudy.delivery.Observation.Described;
import dev.understudy.sagemaker.ChangeRequest;

/**
 * What one kind of change wants of the shadow test, as far as a look tells. Pure: no
 * clock, no database, no AWS.
 */
interface Goal {

	/**
	 * The goal of a kind of change.
	 */
	static Goal of(OperationType type) {
		return switch (type) {
			case START -> new StartGoal();
			case STOP -> new StopGoal();
			case UPDATE -> new UpdateGoal();
			case DELETE -> new DeleteGoal();
			case TAG -> new TagGoal();
			case CREATE -> throw new IllegalArgumentException("A Create changes nothing that stands there");
		};
	}

	/**
	 * Whether the look shows that it is done.
	 */
	boolean isReached(ChangeRow row, Described seen);

	/**
	 * Why it cannot be done any more, whatever is sent: a rejection or a conflict.
	 */
	Optional<Decision> lost(ChangeRow row, Described seen);

	/**
	 * What to send next; empty if nothing may be sent in the status it has, or right now.
	 */
	Optional<ChangeRequest> step(ChangeRow row, Described seen, Instant now);

	/**
	 * What of it is done already, where it takes more than one call.
	 */
	default List<Difference> done(ChangeRow row, Described seen) {
		return List.of();
	}

	/**
	 * Whether it has to wait while the shadow test is on its way to another status.
	 */
	default boolean waitsForTransition() {
		return true;
	}

	/**
	 * Whether nothing that was sent can take effect on a shadow test that is over.
	 */
	default boolean isSettledByTheEnd() {
		return true;
	}

}
