package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import dev.understudy.delivery.PlayLedger.Gate;

/**
 * What workers do: the steps of {@link Delivery}, and dying at each of them.
 *
 * @param <T> what can stand in SageMaker
 */
final class PlayWorkers<T> {

	private static final List<String> NAMES = List.of("worker 1", "worker 2", "worker 3");

	private final PlayStory<T> story;

	private final PlayRules rules;

	private final PlayLedger<T> ledger;

	PlayWorkers(PlayStory<T> story, PlayLedger<T> ledger) {
		this.story = story;
		this.rules = story.rules();
		this.ledger = ledger;
	}

	/** Steps of workers that are at work. */
	void steps(Play<T> play, PlayMoves<Play<T>> moves) {
		for (int worker = 0; worker < play.workers().size(); worker++) {
			if (!play.workers().get(worker).isIdle()) {
				new Turn(play, worker, moves).go();
			}
		}
	}

	/**
	 * Claims by workers that have nothing to do; which of them it is makes no difference.
	 */
	void claims(Play<T> play, PlayMoves<Play<T>> moves) {
		int worker = play.workers().indexOf(new PlayWorker.Idle<T>());
		if (worker >= 0 && !play.row().isFinal()) {
			new Turn(play, worker, moves).claim();
		}
	}

	/** All that one worker may do next. */
	private final class Turn {

		private final Play<T> play;

		private final int worker;

		private final String who;

		private final PlayMoves<Play<T>> moves;

		private Turn(Play<T> play, int worker, PlayMoves<Play<T>> moves) {
			this.play = play;
			this.worker = worker;
			this.who = NAMES.get(worker);
			this.moves = moves;
		}

		private void go() {
			switch (this.play.workers().get(this.worker)) {
				case PlayWorker.Idle<T> _ -> claim();
				case PlayWorker.Claimed<T> step -> look(step);
				case PlayWorker.Looked<T> step -> judge(step);
				case PlayWorker.Intended<T> step -> send(step);
				case PlayWorker.Calling<T> step -> call(step);
				case PlayWorker.Answered<T> step -> record(step);
			}
			this.moves.fault(2, this.who, "dies", () -> this.play.idle(this.worker));
		}

		private void claim() {
			this.moves.calm(30, this.who, "claims", () -> ledger().claim(this.play, this.worker, Gate.OPEN));
			if (this.play.row().attempts().isEmpty()) {
				this.moves.fault(1, this.who, "claims, and a gate is closed",
						() -> ledger().claim(this.play, this.worker, Gate.CLOSED));
			}
		}

		private void look(PlayWorker.Claimed<T> step) {
			T standing = this.play.world().standing();
			this.moves.calm(60, this.who, "sees", standing, () -> saw(step, new PlaySight.Clear<>(standing)));
			for (T stale : this.play.world().stale(this.play.now())) {
				this.moves.fault(12, this.who, "sees, though it is not so,", stale,
						() -> saw(step, new PlaySight.Clear<>(stale)));
			}
			if (PlayWorkers.this.story.canBeUnreadable(standing)) {
				PlaySight<T> unreadable = new PlaySight.Unreadable<>();
				this.moves.fault(6, this.who, "sees", unreadable, () -> saw(step, unreadable));
			}
			PlaySight<T> elsewhere = new PlaySight.Elsewhere<>();
			this.moves.fault(6, this.who, "sees", elsewhere, () -> saw(step, elsewhere));
		}

		private Play<T> saw(PlayWorker.Claimed<T> step, PlaySight<T> seen) {
			return this.play.with(this.worker, new PlayWorker.Looked<>(step.claim(), seen));
		}

		// A gate that closed and a time that is over come to the same.
		private void judge(PlayWorker.Looked<T> step) {
			if (this.play.row().attempts().size() < PlayWorkers.this.rules.attempts()) {
				this.moves.calm(60, this.who, "decides", () -> judged(step, Gate.OPEN));
				this.moves.fault(2, this.who, "decides, and a gate is closed", () -> judged(step, Gate.CLOSED));
			}
			else {
				this.moves.calm(60, this.who, "decides, and its time is over", () -> judged(step, Gate.TOO_LATE));
				this.moves.fault(60, this.who, "decides", () -> judged(step, Gate.OPEN));
			}
		}

		private Play<T> judged(PlayWorker.Looked<T> step, Gate gate) {
			return ledger().judge(this.play, this.worker, step, gate);
		}

		private void send(PlayWorker.Intended<T> step) {
			PlayTimes times = PlayWorkers.this.rules.times();
			Instant now = this.play.now();
			this.moves.calm(60, this.who, "signs and sends", () -> sent(step, now));
			this.moves.fault(6, this.who, "signs by a clock that is a little ahead and sends",
					() -> sent(step, now.plus(times.skew())));
			this.moves.fault(3, this.who, "signs by a wrong clock and sends",
					() -> sent(step, now.plus(times.wrong())));
		}

		private Play<T> sent(PlayWorker.Intended<T> step, Instant signedAt) {
			Play<T> calling = this.play.with(this.worker, new PlayWorker.Calling<>(step.attempt(), step.call()));
			return (PlayWorkers.this.rules.has(PlayGuard.SEND_GUARD) && window(step).objection(signedAt).isPresent())
					? calling.answered(step.attempt(), Answer.Kind.NOT_SENT)
					: calling.sent(new PlayRequest(step.attempt(), step.call(), signedAt));
		}

		private SendWindow window(PlayWorker.Intended<T> step) {
			PlayTimes times = PlayWorkers.this.rules.times();
			return new SendWindow(() -> nanos(this.play.now()), nanos(step.claim().at()), nanos(step.at()), step.at(),
					times.claim(), times.skew());
		}

		private void call(PlayWorker.Calling<T> step) {
			Supplier<Play<T>> unclear = () -> this.play.answered(step.attempt(), Answer.Kind.UNCLEAR);
			if (this.play.isOnTheWire(step.attempt())) {
				this.moves.fault(6, this.who, "waits no longer for an answer", unclear);
			}
			else {
				this.moves.calm(60, this.who, "waits no longer for an answer", unclear);
			}
			if (!PlayWorkers.this.rules.has(PlayGuard.ONE_WIRE_ATTEMPT) && this.play.wire().size() < 3) {
				this.moves.fault(20, this.who, "sends the same again: its SDK tries by itself",
						() -> this.play.sent(new PlayRequest(step.attempt(), step.call(), this.play.now())));
			}
		}

		private void record(PlayWorker.Answered<T> step) {
			this.moves.calm(60, this.who, "records", step.answer().kind(),
					() -> ledger().answered(this.play, this.worker, step));
		}

		private PlayLedger<T> ledger() {
			return PlayWorkers.this.ledger;
		}

		private long nanos(Instant time) {
			return Duration.between(Play.START, time).toNanos();
		}

	}

}
