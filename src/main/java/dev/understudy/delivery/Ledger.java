package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.database.DatabaseClock;
import dev.understudy.delivery.Judgement.Judged;
import dev.understudy.delivery.Next.Claimed;
import dev.understudy.delivery.OperationRows.ClaimedRow;
import dev.understudy.delivery.Sender.Sent;
import dev.understudy.sagemaker.ChangeRequest;

/**
 * The transactions of delivery. Each locks the row, reads it and its gates afresh, and
 * writes what was decided; what it returns may only be done once it has committed.
 */
@Component
class Ledger {

	private static final String CREATE = "CreateInferenceExperiment";

	private final OperationStore store;

	private final AttemptStore attempts;

	private final LookStore looks;

	private final Judgement judgement;

	private final Endings endings;

	private final Backoff backoff;

	private final DatabaseClock clock;

	private final Ticker ticker;

	private final DeliveryProperties properties;

	Ledger(OperationStore store, AttemptStore attempts, LookStore looks, Judgement judgement, Endings endings,
			Backoff backoff, DatabaseClock clock, Ticker ticker, DeliveryProperties properties) {
		this.store = store;
		this.attempts = attempts;
		this.looks = looks;
		this.judgement = judgement;
		this.endings = endings;
		this.backoff = backoff;
		this.clock = clock;
		this.ticker = ticker;
		this.properties = properties;
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
		return act(claim, row, Sight.NONE);
	}

	/**
	 * Steps 1 and 2: decides upon a look, and writes the intent where that is to send.
	 */
	@Transactional
	Next judge(Claimed claim, Sight sight) {
		@Nullable ClaimedRow row = this.store.lock(claim.operation().id()).orElse(null);
		if (row == null || row.operation().state().isFinal()) {
			return new Next.Done();
		}
		// Somebody else claimed it: theirs is the fresher look, and what it waits for is
		// theirs to say.
		return (row.fence() == claim.fence()) ? act(claim, row, sight) : new Next.Later(this.properties.shortestWait());
	}

	/**
	 * Step 3: records an answer, whoever holds the claim by now.
	 */
	@Transactional
	Next answered(Next.Send step, Sent sent) {
		UUID id = step.claim().operation().id();
		ClaimedRow row = this.store.lock(id).orElseThrow();
		this.attempts.answer(id, step.attempt(), sent.answer());
		// A change that was accepted is done only when a look shows it.
		if (sent.arn() != null && step.request() == null) {
			return accepted(row.operation(), sent.arn(), sent.answer().awsRequestId());
		}
		if (row.operation().state().isFinal()) {
			return late(row.operation(), step, sent.answer());
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
			this.endings.confirmed(operation, arn, null, awsRequestId);
		}
		else if (operation.state() != OperationState.CONFIRMED) {
			this.endings.orphaned(operation, arn, awsRequestId);
		}
		return new Next.Done();
	}

	private Next late(Operation operation, Next.Send step, Answer answer) {
		if (step.request() != null && answer.kind() == Answer.Kind.ACCEPTED
				&& operation.state() != OperationState.CONFIRMED) {
			this.endings.acceptedLate(operation, step.request().call(), answer.awsRequestId());
		}
		return new Next.Done();
	}

	private Next act(Claimed claim, ClaimedRow row, Sight sight) {
		Operation operation = row.operation();
		Instant now = this.clock.now();
		List<Attempt> attempts = this.attempts.of(operation.id());
		Judged judged = this.judgement.judge(row, attempts, sight.seen(), claim.now(), now);
		if (!(sight.seen() instanceof Observation.NotLooked)) {
			note(row, sight, judged, now);
		}
		return switch (judged.decision()) {
			case Decision.Look() -> new Next.Look(claim);
			case Decision.Send() -> intend(claim, attempts.size() + 1, CREATE, null, sight);
			case Decision.Apply(ChangeRequest request) ->
				intend(claim, attempts.size() + 1, request.call(), request, sight);
			case Decision.Wait(WaitingFor waitingFor, Instant lookAt) -> later(row, waitingFor, lookAt);
			case Decision.Confirm(String arn) ->
				ended(() -> this.endings.confirmed(operation, arn, sight.seen().madeAt(), proof(attempts, sight)));
			case Decision.Reject(OperationError error) -> ended(() -> this.endings.rejected(operation, error));
			case Decision.Cancel(OperationError error) -> ended(() -> this.endings.cancelled(operation, error));
			case Decision.Conflict(OperationError error) -> ended(() -> this.endings.conflict(operation, error));
		};
	}

	/** The request that did it; where its answer was lost, the look that shows it. */
	private static @Nullable String proof(List<Attempt> attempts, Sight sight) {
		return attempts.stream()
			.filter((it) -> it.isAnswered(Answer.Kind.ACCEPTED))
			.map(Attempt::answer)
			.flatMap(Stream::ofNullable)
			.map(Answer::awsRequestId)
			.flatMap(Stream::ofNullable)
			.reduce((first, second) -> second)
			.orElse(sight.awsRequestId());
	}

	private void note(ClaimedRow row, Sight sight, Judged judged, Instant now) {
		UUID id = row.operation().id();
		this.looks.add(id, now, sight, judged.decision().words());
		if (!Objects.equals(row.missingSince(), judged.missingSince())) {
			this.store.missing(id, judged.missingSince());
		}
	}

	private Next intend(Claimed claim, int attempt, String call, @Nullable ChangeRequest request, Sight sight) {
		UUID id = claim.operation().id();
		long nanos = this.ticker.nanos();
		Instant now = this.clock.now();
		this.store.sending(id);
		this.attempts.intend(id, attempt, call, sight.seen().words(), now);
		this.store.waiting(id, null, Duration.ZERO);
		return new Next.Send(claim, attempt, request, new SendWindow(this.ticker, claim.nanos(), nanos, now,
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
