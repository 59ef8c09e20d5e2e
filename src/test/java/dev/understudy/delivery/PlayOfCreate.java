package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;
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
		PlayMoves<Play> moves = new PlayMoves<>();
		if (play.row().isFinal() && !play.isUnderWay()) {
			return moves.all();
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
		return moves.all();
	}

	private void people(Play play, PlayMoves<Play> moves) {
		PlayView standing = play.world().standing();
		PlayRow row = play.row();
		Choice truth = standing.isOurs() ? Choice.ADOPT : Choice.REFUSE;
		if (row.asks() && standing != PlayView.NOTHING && row.choice() != truth) {
			moves.calm(10, "a person", "says truthfully:", truth.id(), () -> play.with(row.chosen(truth)));
		}
		if (!row.isFinal() && !row.cancel()) {
			moves.fault(1, "a person", "cancels", () -> this.ledger.cancel(play));
		}
		if (play.world().acts() > 0) {
			others(play, moves);
		}
	}

	private void others(Play play, PlayMoves<Play> moves) {
		PlayView standing = play.world().standing();
		if (standing == PlayView.NOTHING) {
			somebody(play, moves, "creates something else under that name", PlayView.FOREIGN);
			if (!play.row().attempts().isEmpty()) {
				somebody(play, moves, "creates the very same under that name", PlayView.TWIN);
			}
		}
		else {
			somebody(play, moves, "deletes what stands there", PlayView.NOTHING);
		}
		if (standing == PlayView.OURS) {
			somebody(play, moves, "strips our tags", PlayView.STRIPPED);
		}
	}

	private void somebody(Play play, PlayMoves<Play> moves, String does, PlayView standing) {
		Instant visible = play.now().plus(this.rules.times().stale());
		moves.fault(1, "somebody else", does, () -> play.with(play.world().changed(standing, play.now(), visible)));
	}

	// The longest step comes first: it is what happens when nothing else does.
	private void time(Play play, PlayMoves<Play> moves) {
		List<Duration> steps = this.rules.times().steps();
		for (int i = steps.size(); i > 0; i--) {
			Duration step = steps.get(i - 1);
			Instant later = play.now().plus(step);
			if (play.workers().stream().allMatch((it) -> mayPause(it, later))) {
				moves.calm(30 / i, "time", "passes:", step, () -> play.at(later));
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
	public @Nullable String end(Play play) {
		return play.row().isFinal() ? play.row().state().id() : null;
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
