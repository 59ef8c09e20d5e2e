package dev.understudy.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One moment of delivering an operation: the row, the workers, what is on its way to AWS,
 * and what stands there.
 *
 * @param now the time by every clock that is right
 * @param row the operation in the database
 * @param workers who works on it
 * @param wire requests that have left and may still arrive
 * @param world what AWS has
 * @param <T> what can stand in SageMaker
 */
record Play<T>(Instant now, PlayRow row, List<PlayWorker<T>> workers, List<PlayRequest> wire, PlayWorld<T> world) {

	static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

	static <T> Play<T> start(int workers, T standing, int acts) {
		return new Play<>(START, PlayRow.queued(), Collections.nCopies(workers, new PlayWorker.Idle<T>()), List.of(),
				PlayWorld.of(standing, acts));
	}

	Play<T> at(Instant later) {
		return new Play<>(later, this.row, this.workers, this.wire, this.world);
	}

	Play<T> with(PlayRow changed) {
		return new Play<>(this.now, changed, this.workers, this.wire, this.world);
	}

	Play<T> with(PlayWorld<T> changed) {
		return new Play<>(this.now, this.row, this.workers, this.wire, changed);
	}

	Play<T> with(int worker, PlayWorker<T> changed) {
		List<PlayWorker<T>> all = new ArrayList<>(this.workers);
		all.set(worker, changed);
		return new Play<>(this.now, this.row, all, this.wire, this.world);
	}

	Play<T> idle(int worker) {
		return with(worker, new PlayWorker.Idle<>());
	}

	Play<T> sent(PlayRequest request) {
		List<PlayRequest> more = new ArrayList<>(this.wire);
		more.add(request);
		return new Play<>(this.now, this.row, this.workers, more, this.world);
	}

	Play<T> without(PlayRequest request) {
		List<PlayRequest> less = new ArrayList<>(this.wire);
		less.remove(request);
		return new Play<>(this.now, this.row, this.workers, less, this.world);
	}

	boolean isOnTheWire(int attempt) {
		return this.wire.stream().anyMatch((it) -> it.attempt() == attempt);
	}

	/** The worker that waits for an answer to an attempt, or -1. */
	int caller(int attempt) {
		for (int i = 0; i < this.workers.size(); i++) {
			if (this.workers.get(i) instanceof PlayWorker.Calling<T>(int n, String _) && n == attempt) {
				return i;
			}
		}
		return -1;
	}

	/** Gives an answer to whoever still waits for it. */
	Play<T> answered(int attempt, Answer.Kind kind) {
		int caller = caller(attempt);
		return (caller < 0) ? this
				: with(caller, new PlayWorker.Answered<>(attempt, new Answer(kind, this.now, "Code", "Words", "id")));
	}

	/** Whether anybody or anything is still under way. */
	boolean isUnderWay() {
		return !this.wire.isEmpty() || !this.workers.stream().allMatch(PlayWorker::isIdle);
	}

}
