package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.understudy.delivery.Decision.Apply;
import dev.understudy.delivery.Decision.Cancel;
import dev.understudy.delivery.Decision.Confirm;
import dev.understudy.delivery.Decision.Look;
import dev.understudy.delivery.Decision.Reject;
import dev.understudy.delivery.Decision.Wait;
import dev.understudy.delivery.Observation.Absent;
import dev.understudy.delivery.Observation.Described;
import dev.understudy.delivery.Observation.Found;
import dev.understudy.delivery.Observation.NotLooked;
import dev.understudy.delivery.Observation.Unseen;
import dev.understudy.delivery.Observation.Untold;
import dev.understudy.sagemaker.ChangeRequest;

/**
 * Decides what to do next about a change: start, stop, update, delete or tag. Pure, like
 * {@link CreateDecisions}. A request that was accepted ends nothing: only a look that
 * shows what was asked for does.
 */
final class ChangeDecisions {

	private final Settling settling;

	private final Obstacles obstacles;

	private final Duration missingFor;

	/**
	 * Makes decisions.
	 * @param settling how long what was sent may take effect
	 * @param obstacles what stands in the way of sending
	 * @param missingFor how long a shadow test has to stay missing before it is believed
	 * to be gone
	 */
	ChangeDecisions(Settling settling, Obstacles obstacles, Duration missingFor) {
		this.settling = settling;
		this.obstacles = obstacles;
		this.missingFor = missingFor;
	}

	/**
	 * Decides.
	 * @param row the operation, its attempts and gates
	 * @param seen what one look showed
	 * @param now the database's time before that look
	 * @return what to do next
	 */
	Decision decide(ChangeRow row, Observation seen, Instant now) {
		return switch (seen) {
			case NotLooked() -> row.isNeverSent() ? this.obstacles.beforeAnything(row, now) : new Look();
			case Absent() -> absent(row, now);
			case Described described when isAnother(row.subject(), described) -> another(row, now);
			case Described described -> present(row, described, now);
			case Untold(String _, Instant _, WaitingFor waitingFor) -> wait(row, waitingFor, now);
			case Unseen(WaitingFor waitingFor) -> wait(row, waitingFor, now);
			case Found _ -> throw new IllegalArgumentException("A change looks at more than that");
		};
	}

	private static boolean isAnother(Subject subject, Described seen) {
		Instant createdAt = seen.test().creationTime();
		if (subject.createdAt() != null && createdAt != null) {
			return !subject.createdAt().equals(createdAt);
		}
		Map<String, String> tags = seen.tags();
		return tags == null || !tags.getOrDefault(Operation.OWNER_TAG, "").equals(subject.ownerTag());
	}

	private Decision absent(ChangeRow row, Instant now) {
		Instant believed = believedFrom(row, now);
		Instant since = (row.missingSince() != null) ? row.missingSince() : later(now, believed);
		Instant certain = later(since.plus(this.missingFor), believed);
		return now.isBefore(certain) ? new Wait(Reasons.missing(), certain) : gone(row, now);
	}

	private Decision another(ChangeRow row, Instant now) {
		Instant certain = believedFrom(row, now);
		return now.isBefore(certain) ? new Wait(Reasons.missing(), certain) : gone(row, now);
	}

	// A look may be too old to show what our Create made; once our Delete was answered it
	// need not be.
	private static Instant believedFrom(ChangeRow row, Instant now) {
		boolean deleted = row.type() == OperationType.DELETE && row.isAccepted();
		return (row.believedFrom() == null || deleted) ? now : row.believedFrom();
	}

	/**
	 * Since when the shadow test is missing. A look that may be too old to show it does
	 * not count.
	 * @param row the operation
	 * @param seen what one look showed
	 * @param lookedAt the database's time before that look
	 * @param now the database's time after it
	 * @return null while it is not missing
	 */
	static @Nullable Instant missingSince(ChangeRow row, Observation seen, Instant lookedAt, Instant now) {
		if (!(seen instanceof Absent) || lookedAt.isBefore(believedFrom(row, lookedAt))) {
			return null;
		}
		return (row.missingSince() != null) ? row.missingSince() : now;
	}

	private Decision gone(ChangeRow row, Instant now) {
		return (row.type() == OperationType.DELETE) ? new Confirm(row.subject().arn())
				: ending(row, false, new Reject(Reasons.gone(row.name())), now);
	}

	private Decision present(ChangeRow row, Described seen, Instant now) {
		Goal goal = Goal.of(row.type());
		if (goal.isReached(row, seen)) {
			return mayBeUndone(row, now) ? new Wait(Reasons.othersOpen(), row.othersOpenUntil())
					: new Confirm(seen.test().arn());
		}
		if (goal.waitsForTransition() && seen.test().isInTransition()) {
			return wait(row, Reasons.inTransition(seen.test()), now);
		}
		boolean over = seen.test().isOver() && goal.isSettledByTheEnd();
		return lasting(row, goal, seen, now).map((it) -> partly(it, goal.done(row, seen)))
			.map((it) -> ending(row, over, it, now))
			.or(() -> temporary(row, now))
			.orElseGet(() -> step(row, goal, seen, now));
	}

	// What is so already need not stay so while a request of an earlier operation may
	// still
	// act; what was sent was sent after that.
	private static boolean mayBeUndone(ChangeRow row, Instant now) {
		Instant until = row.othersOpenUntil();
		boolean member = row.type() == OperationType.UPDATE || row.type() == OperationType.TAG;
		return member && row.isNeverSent() && until != null && now.isBefore(until);
	}

	/** An end that does not hide what was done before it. */
	private static Decision partly(Decision end, List<Difference> done) {
		if (done.isEmpty()) {
			return end;
		}
		return switch (end) {
			case Reject(OperationError error) -> new Reject(error.with(done));
			case Cancel _ -> new Reject(Reasons.partly(done));
			default -> end;
		};
	}

	/** Why it will never be done, if so. */
	private Optional<Decision> lasting(ChangeRow row, Goal goal, Described seen, Instant now) {
		if (row.cancel()) {
			return Optional.of(row.isAccepted() ? new Reject(Reasons.noEffect(row.attempts()))
					: new Cancel(Reasons.cancelledChange()));
		}
		return goal.lost(row, seen)
			.or(() -> this.obstacles.lasting(row, now).map(Reject::new))
			.or(() -> this.obstacles.isFruitless(row) ? Optional.of(new Reject(Reasons.noEffect(row.attempts())))
					: Optional.empty());
	}

	/** What has to pass before anything may be sent. */
	private Optional<Decision> temporary(ChangeRow row, Instant now) {
		if (row.gate() != null) {
			return Optional.of(wait(row, WaitingFor.pause(row.gate().message()), now));
		}
		Instant othersOpenUntil = row.othersOpenUntil();
		// Nothing that is late can act on a shadow test that is being stopped.
		if (othersOpenUntil != null && now.isBefore(othersOpenUntil) && row.type() != OperationType.STOP) {
			return Optional.of(new Wait(Reasons.othersOpen(), othersOpenUntil));
		}
		return row.attempts()
			.stream()
			.filter((it) -> this.settling.isRecentlyInUse(it, now))
			.findFirst()
			.map((it) -> wait(row, Reasons.notAllowedYet(it), now));
	}

	private Decision step(ChangeRow row, Goal goal, Described seen, Instant now) {
		@Nullable ChangeRequest request = goal.step(row, seen, now).orElse(null);
		if (request == null) {
			return (row.othersOpenUntil() != null) ? new Wait(Reasons.othersOpen(), row.othersOpenUntil())
					: wait(row, Reasons.notNow(seen.test()), now);
		}
		boolean accepted = row.attempts()
			.stream()
			.filter((it) -> it.call().equals(request.call()))
			.anyMatch((it) -> this.settling.isRecentlyAccepted(it, now));
		return accepted ? wait(row, Reasons.accepted(), now) : new Apply(request);
	}

	/** Ends only when nothing that was sent can still take effect. */
	private Decision ending(ChangeRow row, boolean over, Decision end, Instant now) {
		boolean settled = this.settling.isSettled(row.attempts(), now)
				&& row.attempts().stream().noneMatch((it) -> this.settling.isRecentlyAccepted(it, now));
		return (settled || over) ? end : wait(row, Reasons.settling(), now);
	}

	private Wait wait(ChangeRow row, WaitingFor waitingFor, Instant now) {
		return new Wait(waitingFor, this.settling.nextMoment(row.attempts(), now).orElse(null));
	}

	private static Instant later(Instant one, Instant other) {
		return Stream.of(one, other).max(Instant::compareTo).orElseThrow();
	}

}
