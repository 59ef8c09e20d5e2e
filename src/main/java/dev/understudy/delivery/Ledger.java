package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.database.DatabaseClock;
import dev.understudy.delivery.Next.Claimed;
import dev.understudy.delivery.OperationRows.ClaimedRow;
import dev.understudy.delivery.Sender.Sent;

/**
 * The transactions of delivery. Each locks the row, reads it and its gates afresh, and
 * writes what was decided; what it returns may only be done once it has committed.
 */
@Component
class Ledger {

	private final OperationStore store;

	private final Gates gates;

	private final Endings endings;

	private final Backoff backoff;

	private final DatabaseClock clock;

	private final Ticker ticker;

	private final DeliveryProperties properties;

	private final CreateDecisions decisions;

	Ledger(OperationStore store, Gates gates, Endings endings, Backoff backoff, DatabaseClock clock, Ticker ticker,
			DeliveryProperties properties) {
		this.store = store;
		this.gates = gates;
		this.endings = endings;
		this.backoff = backoff;
		this.clock = clock;
		this.ticker = ticker;
		this.properties = properties;
		this.decisions = new CreateDecisions(new Settling(properties.settle(), properties.inUse()),
				properties.attempts());
	}

	/**
	 * Step 0: takes the row, so that every earlier claim is void.
	 */
	@Transactional
	Next claim(UUID id) {
		long nanos = this.ticker.nanos();
		@Nullable ClaimedRow row = this.store.lock(id).orElse(null);
		if (row == null || row.operation().state().isFinal()) {
			return new Next.Done();
		}
		this.store.fence(id);
		Claimed claim = new Claimed(row.operation(), row.fence() + 1, this.clock.now(), nanos);
		return act(claim, row, new Observation.NotLooked());
	}

	/**
	 * Steps 1 and 2: decides upon a look, and writes the intent where that is to send.
	 */
	@Transactional
	Next judge(Claimed claim, Observation seen) {
		@Nullable ClaimedRow row = this.store.lock(claim.operation().id()).orElse(null);
		if (row == null || row.operation().state().isFinal()) {
			return new Next.Done();
		}
		// Somebody else claimed it: theirs is the fresher look, and what it waits for is
		// theirs to say.
		return (row.fence() == claim.fence()) ? act(claim, row, seen) : new Next.Later(this.properties.shortestWait());
	}

	/**
	 * Step 3: records an answer, whoever holds the claim by now.
	 */
	@Transactional
	Next answered(Next.Send step, Sent sent) {
		UUID id = step.claim().operation().id();
		ClaimedRow row = this.store.lock(id).orElseThrow();
		this.store.answer(id, step.attempt(), sent.answer());
		if (sent.arn() != null) {
			return accepted(row.operation(), sent.arn(), sent.answer().awsRequestId());
		}
		if (row.operation().state().isFinal()) {
			return new Next.Done();
		}
		return switch (sent.answer().kind()) {
			case ACCEPTED, REFUSED, IN_USE -> new Next.Claim();
			case REFUSED_FOR_NOW -> later(row, Reasons.refusedForNow(sent.answer()), null);
			case NOT_SENT -> later(row, Reasons.notSent(sent.answer()), null);
			case THROTTLED, UNCLEAR -> later(row, Reasons.unclear(sent.answer()), null);
		};
	}

	private Next accepted(Operation operation, String arn, @Nullable String awsRequestId) {
		if (!operation.state().isFinal()) {
			this.endings.confirmed(operation, arn, awsRequestId);
		}
		else if (operation.state() != OperationState.CONFIRMED) {
			this.endings.orphaned(operation, arn, awsRequestId);
		}
		return new Next.Done();
	}

	private Next act(Claimed claim, ClaimedRow row, Observation seen) {
		Operation operation = row.operation();
		Instant now = this.clock.now();
		List<Attempt> attempts = this.store.attempts(operation.id());
		CreateRow create = CreateRow.of(operation, row.choice(), this.gates.closed(operation, now), attempts);
		Decision decision = this.decisions.decide(create, seen, claim.now());
		if (!(seen instanceof Observation.NotLooked)) {
			this.store.looked(operation.id(), now, seen.words(), decision.words());
		}
		return switch (decision) {
			case Decision.Look() -> new Next.Look(claim);
			case Decision.Send() -> intend(claim, attempts.size() + 1, seen);
			case Decision.Wait(WaitingFor waitingFor, Instant lookAt) -> later(row, waitingFor, lookAt);
			case Decision.Confirm(String arn) -> ended(() -> this.endings.confirmed(operation, arn, null));
			case Decision.Reject(OperationError error) -> ended(() -> this.endings.rejected(operation, error));
			case Decision.Cancel(OperationError error) -> ended(() -> this.endings.cancelled(operation, error));
			case Decision.Conflict(OperationError error) -> ended(() -> this.endings.conflict(operation, error));
		};
	}

	private Next intend(Claimed claim, int attempt, Observation seen) {
		UUID id = claim.operation().id();
		long nanos = this.ticker.nanos();
		Instant now = this.clock.now();
		this.store.intend(id, attempt, seen.words(), now);
		this.store.waiting(id, null, Duration.ZERO);
		return new Next.Send(claim, attempt, new SendWindow(this.ticker, claim.nanos(), nanos, now,
				this.properties.claim(), this.properties.clockSkew()));
	}

	private Next later(ClaimedRow row, WaitingFor waitingFor, @Nullable Instant lookAt) {
		Duration wait = this.backoff.next(waitingFor, Duration.ofMillis(row.backoffMillis()));
		this.store.waiting(row.operation().id(), waitingFor, wait);
		return new Next.Later(Backoff.until(wait, this.clock.now(), lookAt));
	}

	private static Next ended(Runnable ending) {
		ending.run();
		return new Next.Done();
	}

}
