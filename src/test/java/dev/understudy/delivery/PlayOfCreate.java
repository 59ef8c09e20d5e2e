package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Delivering a Create: workers, database, network, AWS, other people and time, each free
 * to do whatever they can, in every order.
 */
final class PlayOfCreate implements PlayModel<Play> {

	private final PlayRules rules;

	private final PlayLedger ledger;

	private final PlayWorkers workers;

	private final PlayAws aws;

	private final PlayPacking packing;

	PlayOfCreate(PlayRules rules) {
		this.rules = rules;
		this.ledger = new PlayLedger(rules);
		this.workers = new PlayWorkers(rules, this.ledger);
		this.aws = new PlayAws(rules);
		this.packing = new PlayPacking(rules);
	}

	@Override
	public Play start() {
		return Play.start(this.rules.workers(), this.rules.acts());
	}

	@Override
	public List<PlayMove<Play>> moves(Play play) {
		List<PlayMove<Play>> moves = new ArrayList<>();
		if (play.row().isFinal() && !play.isUnderWay()) {
			return moves;
		}
		this.workers.steps(play, moves);
		this.aws.arrivals(play, moves);
		people(play, moves);
		if (isUnsettled(play)) {
			time(play, moves);
			this.workers.claims(play, moves);
		}
		else {
			this.workers.claims(play, moves);
			time(play, moves);
		}
		return moves;
	}

	private void people(Play play, List<PlayMove<Play>> moves) {
		PlayView standing = play.world().standing();
		PlayRow row = play.row();
		Choice truth = standing.isOurs() ? Choice.ADOPT : Choice.REFUSE;
		if (row.asks() && standing != PlayView.NOTHING && row.choice() != truth) {
			moves.add(PlayMove.calm("a person says truthfully: " + truth.id(), 10, () -> play.with(row.chosen(truth))));
		}
		if (!row.isFinal() && !row.cancel()) {
			moves.add(PlayMove.fault("a person cancels", 1, () -> this.ledger.cancel(play)));
		}
		if (play.world().acts() > 0) {
			others(play, moves);
		}
	}

	private void others(Play play, List<PlayMove<Play>> moves) {
		PlayView standing = play.world().standing();
		if (standing == PlayView.NOTHING) {
			moves.add(somebody(play, "creates something else under that name", PlayView.FOREIGN));
			if (!play.row().attempts().isEmpty()) {
				moves.add(somebody(play, "creates the very same under that name", PlayView.TWIN));
			}
		}
		else {
			moves.add(somebody(play, "deletes what stands there", PlayView.NOTHING));
		}
		if (standing == PlayView.OURS) {
			moves.add(somebody(play, "strips our tags", PlayView.STRIPPED));
		}
	}

	private PlayMove<Play> somebody(Play play, String does, PlayView standing) {
		Instant visible = play.now().plus(this.rules.times().stale());
		return PlayMove.fault("somebody else " + does, 1,
				() -> play.with(play.world().changed(standing, play.now(), visible)));
	}

	// The longest step is what nothing but time brings about.
	private void time(Play play, List<PlayMove<Play>> moves) {
		for (Duration step : this.rules.times().steps().reversed()) {
			Instant later = play.now().plus(step);
			if (play.workers().stream().allMatch((it) -> mayPause(it, later))) {
				moves.add(PlayMove.calm("time passes: " + step, 12, () -> play.at(later)));
			}
		}
	}

	private boolean mayPause(PlayWorker worker, Instant later) {
		return switch (worker) {
			case PlayWorker.Claimed(var claim) -> isWithin(claim, later);
			case PlayWorker.Looked(var claim, var _) -> isWithin(claim, later);
			case PlayWorker.Intended(var claim, var _, var _) -> isWithin(claim, later);
			default -> true;
		};
	}

	private boolean isWithin(PlayWorker.Claim claim, Instant later) {
		return !later.isAfter(claim.at().plus(this.rules.times().pause()));
	}

	private boolean isUnsettled(Play play) {
		return Settling.lastSent(play.row().attempts())
			.filter((sent) -> play.now().isBefore(sent.plus(this.rules.times().settle())))
			.isPresent() || !play.world().stale(play.now()).isEmpty();
	}

	@Override
	public @Nullable String violation(Play before, Play after) {
		PlayRow row = after.row();
		if (before.row().isFinal() && before.row().state() != row.state()) {
			return "a final state changed: " + before.row().state().id() + " became " + row.state().id();
		}
		if (after.world().twice()) {
			return "a second one of ours was accepted while the first one stood there";
		}
		if (row.state() == OperationState.CONFIRMED && !after.world().existed()) {
			return "confirmed, but ours never existed";
		}
		if (row.isFinal() && row.state() != OperationState.CONFIRMED && after.world().standing().isOurs()) {
			return row.state().id() + ", but ours stands there";
		}
		return null;
	}

	@Override
	public boolean isEnded(Play play) {
		return play.row().isFinal();
	}

	@Override
	public byte[] pack(Play play) {
		return this.packing.pack(play);
	}

	@Override
	public Play unpack(byte[] packed) {
		return this.packing.unpack(packed);
	}

	@Override
	public String words(Play play) {
		PlayRow row = play.row();
		StringBuilder words = new StringBuilder(row.state().id());
		row.attempts()
			.forEach((it) -> words.append(", attempt ")
				.append(it.n())
				.append(": ")
				.append((it.answer() != null) ? it.answer().kind().id() : "open"));
		return words.append("; AWS has ").append(play.world().standing()).toString();
	}

}
