package dev.understudy.delivery;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What every decision rests on, whatever the operation.
 */
interface Row {

	/** Whether somebody wants it undone. */
	boolean cancel();

	/** The gate that is closed, if any. */
	@Nullable ClosedGate gate();

	/** When it is too late to send. */
	Instant notAfter();

	/** Every attempt so far, in order. */
	List<Attempt> attempts();

	/** Whether nothing ever left, however often our own guard held it back. */
	default boolean isNeverSent() {
		return attempts().stream().allMatch(Attempt::isHeldBack);
	}

	default boolean isAccepted() {
		return attempts().stream().anyMatch((it) -> it.isAnswered(Answer.Kind.ACCEPTED));
	}

}
