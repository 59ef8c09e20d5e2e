package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.understudy.delivery.Play.PlayRequest;
import dev.understudy.delivery.PlayLedger.Gate;

/**
 * What workers do: the steps of {@link Delivery}, and dying at each of them.
 */
final class PlayWorkers {

	private final PlayRules rules;

	private final PlayLedger ledger;

	PlayWorkers(PlayRules rules, PlayLedger ledger) {
		this.rules = rules;
		this.ledger = ledger;
	}

	/** Steps of workers that are at work. */
	void steps(Play play, List<PlayMove<Play>> moves) {
		for (int i = 0; i < play.workers().size(); i++) {
			int worker = i;
			String who = "worker " + (worker + 1);
			switch (play.workers().get(i)) {
				case PlayWorker.Idle _ -> {
				}
				case PlayWorker.Claimed step -> look(play, worker, who, step, moves);
				case PlayWorker.Looked step -> judge(play, worker, who, step, moves);
				case PlayWorker.Intended step -> send(play, worker, who, step, moves);
				case PlayWorker.Calling step -> call(play, worker, who, step, moves);
				case PlayWorker.Answered step -> moves.add(PlayMove.calm(who + " records " + kind(step), 60,
						() -> this.ledger.answered(play, worker, step)));
			}
			if (!(play.workers().get(i) instanceof PlayWorker.Idle)) {
				moves.add(PlayMove.fault(who + " dies", 2, () -> play.idle(worker)));
			}
		}
	}

	/** Claims by workers that have nothing to do. */
	void claims(Play play, List<PlayMove<Play>> moves) {
		int worker = play.workers().indexOf(PlayWorker.Idle.INSTANCE);
		if (worker < 0 || play.row().isFinal()) {
			return;
		}
		String who = "worker " + (worker + 1);
		moves.add(PlayMove.calm(who + " claims", 30, () -> this.ledger.claim(play, worker, Gate.OPEN)));
		if (play.row().attempts().isEmpty()) {
			moves.add(PlayMove.fault(who + " claims, and a gate is closed", 1,
					() -> this.ledger.claim(play, worker, Gate.CLOSED)));
		}
	}

	private void look(Play play, int worker, String who, PlayWorker.Claimed step, List<PlayMove<Play>> moves) {
		moves.add(sees(play, worker, who, step, play.world().standing(), true));
		play.world()
			.stale(play.now())
			.forEach((stale) -> moves.add(sees(play, worker, who, step, stale, false)));
		if (play.world().standing() != PlayView.NOTHING) {
			moves.add(sees(play, worker, who, step, PlayView.UNREADABLE, false));
		}
		moves.add(sees(play, worker, who, step, PlayView.ELSEWHERE, false));
	}

	private static PlayMove<Play> sees(Play play, int worker, String who, PlayWorker.Claimed step, PlayView view,
			boolean truth) {
		Supplier<Play> next = () -> play.with(worker, new PlayWorker.Looked(step.claim(), view));
		return truth ? PlayMove.calm(who + " sees " + view, 60, next)
				: PlayMove.fault(who + " sees " + view + ", which is not so", 12, next);
	}

	private void judge(Play play, int worker, String who, PlayWorker.Looked step, List<PlayMove<Play>> moves) {
		boolean within = play.row().attempts().size() < this.rules.attempts();
		if (within) {
			moves.add(PlayMove.calm(who + " decides", 60, () -> this.ledger.judge(play, worker, step, Gate.OPEN)));
			moves.add(PlayMove.fault(who + " decides, and a gate is closed", 2,
					() -> this.ledger.judge(play, worker, step, Gate.CLOSED)));
		}
		else {
			moves.add(PlayMove.calm(who + " decides, its time is over", 60,
					() -> this.ledger.judge(play, worker, step, Gate.TOO_LATE)));
			moves.add(PlayMove.fault(who + " decides", 60, () -> this.ledger.judge(play, worker, step, Gate.OPEN)));
		}
	}

	private void send(Play play, int worker, String who, PlayWorker.Intended step, List<PlayMove<Play>> moves) {
		moves.add(PlayMove.calm(who + " signs and sends", 60, () -> sent(play, worker, step, play.now())));
		Instant wrong = play.now().plus(this.rules.times().wrong());
		moves.add(PlayMove.fault(who + " signs by a wrong clock and sends", 3, () -> sent(play, worker, step, wrong)));
	}

	private Play sent(Play play, int worker, PlayWorker.Intended step, Instant signedAt) {
		Play calling = play.with(worker, new PlayWorker.Calling(step.attempt()));
		return (this.rules.has(PlayGuard.SEND_GUARD) && window(play, step).objection(signedAt).isPresent())
				? calling.answered(step.attempt(), Answer.Kind.NOT_SENT)
				: calling.sent(new PlayRequest(step.attempt(), signedAt));
	}

	private SendWindow window(Play play, PlayWorker.Intended step) {
		long claimed = Duration.between(Play.START, step.claim().at()).toNanos();
		long intended = Duration.between(Play.START, step.at()).toNanos();
		long now = Duration.between(Play.START, play.now()).toNanos();
		return new SendWindow(() -> now, claimed, intended, step.at(), this.rules.times().claim(),
				this.rules.times().skew());
	}

	private void call(Play play, int worker, String who, PlayWorker.Calling step, List<PlayMove<Play>> moves) {
		boolean lost = play.wire().stream().noneMatch((it) -> it.attempt() == step.attempt());
		Supplier<Play> next = () -> play.answered(step.attempt(), Answer.Kind.UNCLEAR);
		moves.add(lost ? PlayMove.calm(who + " waits no longer for an answer", 60, next)
				: PlayMove.fault(who + " waits no longer for an answer", 6, next));
		if (!this.rules.has(PlayGuard.ONE_WIRE_ATTEMPT) && play.wire().size() < this.rules.attempts()) {
			moves.add(PlayMove.fault("the SDK of " + who + " tries again by itself", 20,
					() -> play.sent(new PlayRequest(step.attempt(), play.now()))));
		}
	}

	private static String kind(PlayWorker.Answered step) {
		return "'" + step.answer().kind().id() + "' for attempt " + step.attempt();
	}

}
