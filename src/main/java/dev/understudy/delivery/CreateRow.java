package dev.understudy.delivery;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a decision about a Create rests on, apart from the look.
 *
 * @param name the name it is to have
 * @param ownerTag the tag value that proves ownership
 * @param cancel whether somebody wants it undone
 * @param choice what a person said about what stands there
 * @param gate the gate that is closed, if any
 * @param notAfter when it is too late to send
 * @param attempts every attempt so far, in order
 */
record CreateRow(String name, String ownerTag, boolean cancel, @Nullable Choice choice, @Nullable ClosedGate gate,
		Instant notAfter, List<Attempt> attempts) implements Row {

	CreateRow {
		attempts = List.copyOf(attempts);
	}

	static CreateRow of(Operation operation, @Nullable Choice choice, @Nullable ClosedGate gate,
			List<Attempt> attempts) {
		return new CreateRow(operation.name(), operation.ownerTag(), operation.cancelAsked(), choice, gate,
				operation.notAfter(), attempts);
	}

}
