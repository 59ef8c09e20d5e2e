package dev.understudy.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One moment of delivering a Create: the row, the workers, what is on its way to AWS, and
 * what stands there.
 *
 * @param now the time by every clock that is right
 * @param row the operation in the database
 * @param workers who works on it
 * @param wire requests that have left and may still arrive
 * @param world what AWS has
 */
record Play(Instant now, PlayRow row, List<PlayWorker> workers, List<PlayRequest> wire, PlayWorld world) {

	static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

	static Play start(int workers, int acts) {
		List<PlayWorker> idle = new ArrayList<>();
		for (int i = 0; i < workers; i++) {
			idle.add(PlayWorker.Idle.INSTANCE);
		}
		return new Play(START, PlayRow.queued(), List.copyOf(idle), List.of(), PlayWorld.empty(acts));
	}

	Play at(Instant later) {
		return new Play(later, this.row, this.workers, this.wire, this.world);
	}

	Play with(PlayRow changed) {
		return new Play(this.now, changed, this.workers, this.wire, this.world);
	}

	Play with(PlayWorld changed) {
		return new Play(this.now, this.row, this.workers, this.wire, changed);
	}

	Play with(int worker, PlayWorker changed) {
		List<PlayWorker> all = new ArrayList<>(this.workers);
		all.set(worker, changed);
		return new Play(this.now, this.row, all, this.wire, this.world);
	}

	Play idle(int worker) {
		return with(worker, PlayWorker.Idle.INSTANCE);
	}

	Play sent(PlayRequest request) {
		List<PlayRequest> more = new ArrayList<>(this.wire);
		more.add(request);
		return new Play(this.now, this.row, this.workers, more, this.world);
	}

	Play without(PlayRequest request) {
		List<PlayRequest> less = new ArrayList<>(this.wire);
		less.remove(request);
		return new Play(this.now, this.row, this.workers, less, this.world);
	}

	/** The worker that waits for an answer to an attempt, or -1. */
	int caller(int attempt) {
		for (int i = 0; i < this.workers.size(); i++) {
			if (this.workers.get(i) instanceof PlayWorker.Calling(int n) && n == attempt) {
				return i;
			}
		}
		return -1;
	}

	boolean isOnTheWire(int attempt) {
		return this.wire.stream().anyMatch((it) -> it.attempt() == attempt);
	}

	/** Gives an answer to whoever still waits for it. */
	Play answered(int attempt, Answer.Kind kind) {
		int caller = caller(attempt);
		return (caller < 0) ? this
				: with(caller, new PlayWorker.Answered(attempt, new Answer(kind, this.now, "Code", "Words", "id")));
	}

	/** Whether anybody or anything is still under way. */
	boolean isUnderWay() {
		return !this.wire.isEmpty() || this.workers.stream().anyMatch((it) -> !(it instanceof PlayWorker.Idle));
	}

	/**
	 * A request that has left.
	 *
	 * @param attempt the attempt it belongs to
	 * @param signedAt the date that was signed into it
	 */
	record PlayRequest(int attempt, Instant signedAt) {

	}

}
