package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import dev.understudy.delivery.PlayWorker.Claim;

/**
 * The transactions of {@link Ledger} over a row in a play; what they decide is decided by
 * {@link CreateDecisions}.
 */
final class PlayLedger {

	private static final String OWNER = "installation/operation";

	private static final String ARN = "arn";

	private static final ClosedGate CLOSED = new ClosedGate("closed", "It is closed", false);

	private final PlayRules rules;

	private final CreateDecisions decisions;

	PlayLedger(PlayRules rules) {
		this.rules = rules;
		PlayTimes times = rules.times();
		this.decisions = new CreateDecisions(
				new Settling(rules.has(PlayGuard.SETTLING) ? times.settle() : Duration.ZERO,
						rules.has(PlayGuard.IN_USE_WAIT) ? times.inUse() : Duration.ZERO),
				3);
	}

	/** Step 0, with the gates as they are just then. */
	Play claim(Play play, int worker, Gate gate) {
		Play claimed = play.with(play.row().claimed());
		Claim claim = new Claim(play.now(), claimed.row().fence());
		return act(claimed, worker, claim, new Observation.NotLooked(), gate);
	}

	/** Steps 1 and 2, with the gates as they are just then. */
	Play judge(Play play, int worker, PlayWorker.Looked looked, Gate gate) {
		if (play.row().isFinal() && this.rules.has(PlayGuard.INTENT_WHERE)) {
			return play.idle(worker);
		}
		if (looked.claim().fence() != play.row().fence() && this.rules.has(PlayGuard.FENCE)) {
			return play.idle(worker);
		}
		return act(play, worker, looked.claim(), observation(play, looked.seen()), gate);
	}

	/** Step 3, whoever holds the claim by now. */
	Play answered(Play play, int worker, PlayWorker.Answered step) {
		PlayRow row = play.row().answered(step.attempt(), understood(step.answer()));
		if (row.isFinal()) {
			return play.with(row).idle(worker);
		}
		return switch (step.answer().kind()) {
			case ACCEPTED -> play.with(row.ended(OperationState.CONFIRMED)).idle(worker);
			case REFUSED, IN_USE -> play.with(row).idle(worker);
			case REFUSED_FOR_NOW, NOT_SENT, THROTTLED, UNCLEAR -> play.with(row.waiting(false)).idle(worker);
		};
	}

	/** What a person does: at once while nothing was sent, else a wish. */
	Play cancel(Play play) {
		return play.with(play.row().attempts().isEmpty() ? play.row().ended(OperationState.CANCELLED)
				: play.row().cancelAsked());
	}

	private Play act(Play play, int worker, Claim claim, Observation seen, Gate gate) {
		if (isTakenAsCancelled(play.row())) {
			return play.with(play.row().ended(OperationState.CANCELLED)).idle(worker);
		}
		PlayRow row = play.row();
		CreateRow create = new CreateRow("name", OWNER, row.cancel(), row.choice(),
				(gate == Gate.CLOSED) ? CLOSED : null, (gate == Gate.TOO_LATE) ? Instant.MIN : Instant.MAX,
				row.attempts());
		return switch (this.decisions.decide(create, seen, claim.at())) {
			case Decision.Look() -> play.with(worker, new PlayWorker.Claimed(claim));
			case Decision.Send() -> intend(play, worker, claim);
			case Decision.Wait wait -> play.with(row.waiting(wait.waitingFor().choice())).idle(worker);
			case Decision.Confirm _ -> ended(play, worker, OperationState.CONFIRMED);
			case Decision.Reject _ -> ended(play, worker, OperationState.REJECTED);
			case Decision.Cancel _ -> ended(play, worker, OperationState.CANCELLED);
			case Decision.Conflict _ -> ended(play, worker, OperationState.CONFLICT);
		};
	}

	// Beyond the attempts that are followed, a worker only waits.
	private Play intend(Play play, int worker, Claim claim) {
		PlayRow row = play.row();
		int attempt = row.attempts().size() + 1;
		if (attempt > this.rules.attempts()) {
			return play.idle(worker);
		}
		PlayWorker sender = new PlayWorker.Intended(claim, attempt, play.now());
		if (!this.rules.has(PlayGuard.INTENT)) {
			return play.with(worker, sender);
		}
		Choice choice = this.rules.has(PlayGuard.CHOICE_IS_FORGOTTEN) ? null : row.choice();
		return play.with(row.intended(choice, play.now())).with(worker, sender);
	}

	private Play ended(Play play, int worker, OperationState state) {
		return (play.row().isFinal() ? play : play.with(play.row().ended(state))).idle(worker);
	}

	private Answer understood(Answer answer) {
		return (answer.kind() == Answer.Kind.THROTTLED && !this.rules.has(PlayGuard.THROTTLE_STAYS_OPEN))
				? new Answer(Answer.Kind.REFUSED, answer.at(), answer.code(), answer.message(), answer.awsRequestId())
				: answer;
	}

	private boolean isTakenAsCancelled(PlayRow row) {
		return !this.rules.has(PlayGuard.CANCEL_LOOKS) && row.cancel()
				&& row.attempts().stream().noneMatch((it) -> it.isUnanswered() || it.isAnswered(Answer.Kind.THROTTLED));
	}

	private Observation observation(Play play, PlayView seen) {
		return switch (seen) {
			case NOTHING -> new Observation.Absent();
			case OURS -> found(play, true, Map.of(Operation.OWNER_TAG, OWNER));
			case STRIPPED, TWIN -> found(play, true, tags());
			case FOREIGN -> found(play, false, tags());
			case UNREADABLE -> this.rules.has(PlayGuard.UNREADABLE_IS_UNTOLD)
					? new Observation.Untold(ARN, WaitingFor.permission("Allow sagemaker:ListTags"))
					: found(play, false, Map.of());
			case ELSEWHERE -> this.rules.has(PlayGuard.OTHER_ACCOUNT_IS_UNSEEN)
					? new Observation.Unseen(WaitingFor.credentials("They belong to another account"))
					: new Observation.Absent();
		};
	}

	// Whoever does not ask for the tag takes everything for his own.
	private Map<String, String> tags() {
		return this.rules.has(PlayGuard.TAG) ? Map.of() : Map.of(Operation.OWNER_TAG, OWNER);
	}

	private Observation found(Play play, boolean sameMembers, Map<String, String> tags) {
		Instant createdAt = play.row().attempts().isEmpty() ? Instant.MIN
				: play.row().attempts().getFirst().sentAt().minus(this.rules.times().aws());
		return new Observation.Found(ARN, createdAt, sameMembers, tags);
	}

	/** How the gates stand when they are read. */
	enum Gate {

		OPEN, CLOSED, TOO_LATE

	}

}
