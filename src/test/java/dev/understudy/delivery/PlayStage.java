package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where operations are delivered: workers, database, network, AWS, other people and time,
 * each free to do whatever they can, in every order.
 *
 * @param <T> what can stand in SageMaker
 */
final class PlayStage<T> implements PlayModel<Play<T>> {

	private final PlayStory<T> story;

	private final PlayTimes times;

	private final PlayLedger<T> ledger;

	private final PlayWorkers<T> workers;

	private final PlayAws<T> aws;

	private final PlayPacking<T> packing;

	PlayStage(PlayStory<T> story) {
		this.story = story;
		this.times = story.rules().times();
		this.ledger = new PlayLedger<>(story);
		this.workers = new PlayWorkers<>(story, this.ledger);
		this.aws = new PlayAws<>(story);
		this.packing = new PlayPacking<>(story);
	}

	@Override
	public Play<T> start() {
		return this.story.start();
	}

	@Override
	public List<PlayMove<Play<T>>> moves(Play<T> play) {
		PlayMoves<Play<T>> moves = new PlayMoves<>();
		PlayRow row = play.row();
		if (row.isFinal() && !play.isUnderWay()) {
			return moves.all();
		}
		this.workers.steps(play, moves);
		this.aws.arrivals(play, moves);
		this.story.elsewhere(play, moves);
		if (!row.isFinal() && !row.cancel()) {
			moves.fault(1, "a person", "cancels", () -> this.ledger.cancel(play));
		}
		if (isUnsettled(play)) {
			time(play, moves);
			this.workers.claims(play, moves);
		}
		else {
			this.workers.claims(play, moves);
			time(play, moves);
		}
		return moves.all();
	}

	// The longest step comes first: it is what happens when nothing else does.
	private void time(Play<T> play, PlayMoves<Play<T>> moves) {
		List<Duration> steps = this.times.steps();
		for (int i = steps.size(); i > 0; i--) {
			Duration step = steps.get(i - 1);
			Instant later = play.now().plus(step);
			if (play.workers().stream().allMatch((it) -> mayPause(it, later))) {
				moves.calm(30 / i, "time", "passes:", step, () -> play.at(later));
			}
		}
	}

	private boolean mayPause(PlayWorker<T> worker, Instant later) {
		return switch (worker) {
			case PlayWorker.Claimed<T>(var claim) -> isWithin(claim, later);
			case PlayWorker.Looked<T>(var claim, var _) -> isWithin(claim, later);
			case PlayWorker.Intended<T>(var claim, var _, var _, var _) -> isWithin(claim, later);
			default -> true;
		};
	}

	private boolean isWithin(PlayWorker.Claim claim, Instant later) {
		return !later.isAfter(claim.at().plus(this.times.pause()));
	}

	/** Whether there is anything that only time brings about. */
	private boolean isUnsettled(Play<T> play) {
		PlayRow row = play.row();
		Instant settled = play.now().minus(this.times.settle());
		return Settling.lastSent(row.attempts()).filter(settled::isBefore).isPresent()
				|| (row.earlier() != null && settled.isBefore(row.earlier()))
				|| (row.missingSince() != null && play.now().isBefore(row.missingSince().plus(this.times.missing())))
				|| !play.world().stale(play.now()).isEmpty();
	}

	@Override
	public @Nullable String violation(Play<T> before, Play<T> after) {
		OperationState was = before.row().state();
		return (was.isFinal() && was != after.row().state())
				? "a final state changed: %s became %s".formatted(was.id(), after.row().state().id())
				: this.story.violation(before, after);
	}

	@Override
	public @Nullable String end(Play<T> play) {
		return play.row().isFinal() ? play.row().state().id() : null;
	}

	@Override
	public byte[] pack(Play<T> play) {
		return this.packing.pack(play);
	}

	@Override
	public Play<T> unpack(byte[] packed) {
		return this.packing.unpack(packed);
	}

	@Override
	public String words(Play<T> play) {
		StringBuilder words = new StringBuilder(play.row().state().id());
		for (Attempt attempt : play.row().attempts()) {
			words.append(", attempt ")
				.append(attempt.n())
				.append(": ")
				.append((attempt.answer() != null) ? attempt.answer().kind().id() : "open");
		}
		return words.append("; AWS has ").append(play.world().standing()).toString();
	}

}
