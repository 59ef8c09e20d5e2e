package dev.understudy.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a decision about a change rests on, apart from the look.
 *
 * @param id the operation's id, which marks a stop as ours
 * @param type what it changes
 * @param name the name of the shadow test
 * @param subject which one of that name
 * @param payload the frozen document
 * @param cancel whether somebody wants it undone
 * @param gate the gate that is closed, if any
 * @param notAfter when it is too late to send
 * @param attempts every attempt so far, in order
 * @param missingSince since when the shadow test was not found, while it is not
 * @param believedFrom when a look shows for certain what our Create made; absent if there
 * was none
 * @param othersOpenUntil until when a request of another operation on the same shadow
 * test may still take effect; absent if none may
 */
record ChangeRow(UUID id, OperationType type, String name, Subject subject, JsonNode payload, boolean cancel,
		@Nullable ClosedGate gate, Instant notAfter, List<Attempt> attempts, @Nullable Instant missingSince,
		@Nullable Instant believedFrom, @Nullable Instant othersOpenUntil) implements Row {

	ChangeRow {
		attempts = List.copyOf(attempts);
	}

}
