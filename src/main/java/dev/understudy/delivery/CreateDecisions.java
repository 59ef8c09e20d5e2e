package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.understudy.delivery.Decision.Cancel;
import dev.understudy.delivery.Decision.Confirm;
import dev.understudy.delivery.Decision.Conflict;
import dev.understudy.delivery.Decision.Look;
import dev.understudy.delivery.Decision.Reject;
import dev.understudy.delivery.Decision.Send;
import dev.understudy.delivery.Decision.Wait;
import dev.understudy.delivery.Observation.Absent;
import dev.understudy.delivery.Observation.Described;
import dev.understudy.delivery.Observation.Found;
import dev.understudy.delivery.Observation.NotLooked;
import dev.understudy.delivery.Observation.Unseen;
import dev.understudy.delivery.Observation.Untold;

/**
 * Decides what to do next about a Create. A pure function of the row, what was seen and
 * the database's time at which looking began: no clock, no database, no AWS.
 */
final class CreateDecisions {

	/** How far AWS's clock may lie off the database's. */
	private static final Duration CLOCKS = Duration.ofMinutes(2);

	private final Settling settling;

	private final Obstacles obstacles;

	CreateDecisions(Settling settling, Obstacles obstacles) {
		this.settling = settling;
		this.obstacles = obstacles;
	}

	/**
	 * Decides.
	 * @param row the operation, its attempts and gates
	 * @param seen what one look showed
	 * @param now the database's time before that look
	 * @return what to do next
	 */
	Decision decide(CreateRow row, Observation seen, Instant now) {
		return switch (seen) {
			case NotLooked() -> row.isNeverSent() ? this.obstacles.beforeAnything(row, now) : new Look();
			case Absent() -> absent(row, now);
			case Found found -> found(row, found, now);
			case Untold untold -> untold(row, untold, now);
			case Unseen(WaitingFor waitingFor) -> wait(row, waitingFor, now);
			case Described _ -> throw new IllegalArgumentException("A Create looks at less than that");
		};
	}

	private Decision absent(CreateRow row, Instant now) {
		if (row.cancel()) {
			return this.settling.isSettled(row.attempts(), now) ? new Cancel(Reasons.cancelled())
					: wait(row, Reasons.settling(), now);
		}
		Optional<OperationError> obstacle = this.obstacles.lasting(row, now);
		if (obstacle.isPresent()) {
			return this.settling.isSettled(row.attempts(), now) ? new Reject(obstacle.get())
					: wait(row, Reasons.settling(), now);
		}
		if (row.gate() != null) {
			return wait(row, WaitingFor.pause(row.gate().message()), now);
		}
		return row.attempts()
			.stream()
			.filter((it) -> this.settling.isRecentlyInUse(it, now))
			.findFirst()
			.<Decision>map((it) -> wait(row, Reasons.inUse(it), now))
			.orElseGet(Send::new);
	}

	private Decision found(CreateRow row, Found found, Instant now) {
		@Nullable String owner = found.tags().get(Operation.OWNER_TAG);
		if (row.ownerTag().equals(owner)) {
			return new Confirm(found.arn());
		}
		if (!this.settling.isSettled(row.attempts(), now)) {
			return wait(row, Reasons.settling(), now);
		}
		if (owner == null && isTwin(row, found)) {
			return chosen(row, found.arn(), Reasons.twin(found.arn()), now);
		}
		return row.cancel() ? new Cancel(Reasons.cancelled()) : new Conflict(Reasons.nameTaken(row.name(), owner));
	}

	// It may be ours with its tags stripped: nothing but a person can tell.
	private static boolean isTwin(CreateRow row, Found found) {
		@Nullable Instant createdAt = found.createdAt();
		return found.sameMembers() && createdAt != null
				&& row.attempts()
					.stream()
					.findFirst()
					.filter((first) -> !createdAt.isBefore(first.sentAt().minus(CLOCKS)))
					.isPresent();
	}

	// What was never sent cannot be ours, so there is nothing to adopt.
	private Decision untold(CreateRow row, Untold untold, Instant now) {
		if (row.isNeverSent() || !this.settling.isSettled(row.attempts(), now)) {
			return wait(row, untold.waitingFor(), now);
		}
		return chosen(row, untold.arn(), untold.waitingFor().withChoice(), now);
	}

	private Decision chosen(CreateRow row, String arn, WaitingFor otherwise, Instant now) {
		return switch (row.choice()) {
			case null -> wait(row, otherwise, now);
			case ADOPT -> new Confirm(arn);
			case REFUSE ->
				row.cancel() ? new Cancel(Reasons.cancelled()) : new Conflict(Reasons.nameTaken(row.name(), null));
		};
	}

	private Wait wait(CreateRow row, WaitingFor waitingFor, Instant now) {
		return new Wait(waitingFor, this.settling.nextMoment(row.attempts(), now).orElse(null));
	}

}
