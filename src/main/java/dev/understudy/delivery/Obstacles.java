package dev.understudy.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.understudy.delivery.Decision.Cancel;
import dev.understudy.delivery.Decision.Look;
import dev.understudy.delivery.Decision.Reject;
import dev.understudy.delivery.Decision.Wait;

/**
 * What stands in the way of sending, whatever the operation.
 *
 * @param mostFruitless how many attempts may come to nothing
 */
record Obstacles(int mostFruitless) {

	/**
	 * What is decided without a look about what was never sent.
	 */
	Decision beforeAnything(Row row, Instant now) {
		if (row.cancel()) {
			return new Cancel(Reasons.cancelledUnsent());
		}
		ClosedGate gate = row.gate();
		if (gate != null && gate.paused() && now.isBefore(row.notAfter())) {
			return new Wait(WaitingFor.pause(gate.message()), null);
		}
		return lasting(row, now).<Decision>map(Reject::new).orElseGet(Look::new);
	}

	/**
	 * Whether the same call was made often enough, and nothing came of it.
	 */
	boolean isFruitless(Row row) {
		return isRepeated(row, (it) -> it.isUnanswered() || it.isAnswered(Answer.Kind.ACCEPTED));
	}

	private boolean isRepeated(Row row, Predicate<Attempt> in) {
		return row.attempts()
			.stream()
			.filter(in)
			.collect(Collectors.groupingBy(Attempt::call, Collectors.counting()))
			.values()
			.stream()
			.anyMatch((count) -> count >= this.mostFruitless);
	}

	/**
	 * What keeps the operation from being sent, now and for ever.
	 */
	Optional<OperationError> lasting(Row row, Instant now) {
		Optional<Attempt> refused = row.attempts()
			.stream()
			.filter((it) -> it.isAnswered(Answer.Kind.REFUSED))
			.findFirst();
		if (refused.isPresent()) {
			return refused.map(Reasons::refused);
		}
		ClosedGate gate = row.gate();
		if (gate != null && !gate.paused()) {
			return Optional.of(OperationError.ours(gate.code(), gate.message()));
		}
		if (!now.isBefore(row.notAfter())) {
			return Optional.of(Reasons.tooLate(row.attempts()));
		}
		if (isRepeated(row, Attempt::isUnanswered)) {
			return Optional.of(Reasons.noAnswer(row.attempts()));
		}
		return Optional.empty();
	}

}
