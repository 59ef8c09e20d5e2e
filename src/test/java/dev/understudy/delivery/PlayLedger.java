package dev.understudy.delivery;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.understudy.delivery.PlayWorker.Claim;

/**
 * The transactions of {@link Ledger}, over a row in a play.
 *
 * @param <T> what can stand in SageMaker
 */
final class PlayLedger<T> {

	private static final String CREATE = "CreateInferenceExperiment";

	private final PlayStory<T> story;

	private final PlayRules rules;

	PlayLedger(PlayStory<T> story) {
		this.story = story;
		this.rules = story.rules();
	}

	/** Step 0, with the gates as they are just then. */
	Play<T> claim(Play<T> play, int worker, Gate gate) {
		Play<T> claimed = play.with(play.row().claimed());
		Claim claim = new Claim(play.now(), claimed.row().fence());
		return act(claimed, worker, claim, new Observation.NotLooked(), gate);
	}

	/** Steps 1 and 2, with the gates as they are just then. */
	Play<T> judge(Play<T> play, int worker, PlayWorker.Looked<T> looked, Gate gate) {
		if (play.row().isFinal() && this.rules.has(PlayGuard.INTENT_WHERE)) {
			return play.idle(worker);
		}
		if (looked.claim().fence() != play.row().fence() && this.rules.has(PlayGuard.FENCE)) {
			return play.idle(worker);
		}
		return act(play, worker, looked.claim(), observation(play.row(), looked.seen()), gate);
	}

	/** Step 3, whoever holds the claim by now. */
	Play<T> answered(Play<T> play, int worker, PlayWorker.Answered<T> step) {
		PlayRow row = play.row().answered(step.attempt(), understood(step.answer()));
		if (row.isFinal()) {
			return play.with(row).idle(worker);
		}
		return play.with(switch (step.answer().kind()) {
			case ACCEPTED -> this.story.isChange() ? row : row.ended(OperationState.CONFIRMED);
			case REFUSED, IN_USE -> row;
			case REFUSED_FOR_NOW, NOT_SENT, THROTTLED, UNCLEAR -> row.waiting(false);
		}).idle(worker);
	}

	/** What a person does: at once while nothing has left, else a wish. */
	Play<T> cancel(Play<T> play) {
		PlayRow row = play.row();
		return play.with(row.attempts().stream().allMatch(Attempt::isHeldBack) ? row.ended(OperationState.CANCELLED)
				: row.cancelAsked());
	}

	private Play<T> act(Play<T> play, int worker, Claim claim, Observation seen, Gate gate) {
		if (isTakenAsCancelled(play.row())) {
			return ended(play, worker, OperationState.CANCELLED);
		}
		Decision decision = this.story.decide(play.row(), seen, gate, claim.at());
		Play<T> noted = (seen instanceof Observation.NotLooked) ? play
				: play.with(play.row().missing(this.story.missingSince(play.row(), seen, claim.at(), play.now())));
		return switch (decision) {
			case Decision.Look() -> noted.with(worker, new PlayWorker.Claimed<>(claim));
			case Decision.Send() -> intend(noted, worker, claim, CREATE);
			case Decision.Apply(var request) -> intend(noted, worker, claim, request.call());
			case Decision.Wait wait -> noted.with(noted.row().waiting(wait.waitingFor().choice())).idle(worker);
			case Decision.Confirm _ -> ended(noted, worker, OperationState.CONFIRMED);
			case Decision.Reject _ -> ended(this.story.ending(noted, decision), worker, OperationState.REJECTED);
			case Decision.Cancel _ -> ended(noted, worker, OperationState.CANCELLED);
			case Decision.Conflict _ -> ended(noted, worker, OperationState.CONFLICT);
		};
	}

	// Beyond the attempts that are followed, a worker only waits.
	private Play<T> intend(Play<T> play, int worker, Claim claim, String call) {
		PlayRow row = play.row();
		int attempt = row.attempts().size() + 1;
		if (attempt > this.rules.attempts()) {
			return play.idle(worker);
		}
		Play<T> intending = play.with(worker, new PlayWorker.Intended<>(claim, attempt, call, play.now()));
		if (!this.rules.has(PlayGuard.INTENT)) {
			return intending;
		}
		PlayRow intended = row.intended(call, play.now());
		return intending.with(this.rules.has(PlayGuard.CHOICE_IS_FORGOTTEN) ? intended.chosen(null) : intended);
	}

	private Play<T> ended(Play<T> play, int worker, OperationState state) {
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

	private Observation observation(PlayRow row, PlaySight<T> sight) {
		return switch (sight) {
			case PlaySight.Clear<T>(T thing) -> this.story.observe(row, thing);
			case PlaySight.Unreadable<T>() -> this.rules.has(PlayGuard.UNREADABLE_IS_UNTOLD)
					? new Observation.Untold("arn", null, WaitingFor.permission("Allow sagemaker:ListTags"))
					: new Observation.Found("arn", null, false, Map.of());
			case PlaySight.Elsewhere<T>() -> this.rules.has(PlayGuard.OTHER_ACCOUNT_IS_UNSEEN)
					? new Observation.Unseen(WaitingFor.credentials("They belong to another account"))
					: new Observation.Absent();
		};
	}

	/** How the gates stand when they are read. */
	enum Gate {

		OPEN, CLOSED, TOO_LATE;

		@Nullable ClosedGate closed() {
			return (this == CLOSED) ? new ClosedGate("closed", "It is closed", false) : null;
		}

		Instant notAfter() {
			return (this == TOO_LATE) ? Instant.MIN : Instant.MAX;
		}

	}

}
