package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The story of a Create.
 */
final class PlayOfCreate implements PlayStory<PlayView> {

	/** Ours has stood there. */
	private static final int EXISTED = 1;

	/** A second one of ours was made while the first stood there. */
	private static final int TWICE = 2;

	private static final String OWNER = "installation/operation";

	private static final String ARN = "arn";

	private final PlayRules rules;

	private final CreateDecisions decisions;

	PlayOfCreate(PlayRules rules) {
		this.rules = rules;
		this.decisions = new CreateDecisions(rules.settling(), new Obstacles(3));
	}

	@Override
	public PlayRules rules() {
		return this.rules;
	}

	@Override
	public Play<PlayView> start() {
		return Play.start(this.rules.workers(), PlayView.NOTHING, this.rules.acts());
	}

	@Override
	public boolean isChange() {
		return false;
	}

	@Override
	public Decision decide(PlayRow row, Observation seen, PlayLedger.Gate gate, Instant now) {
		return this.decisions.decide(new CreateRow("name", OWNER, row.cancel(), row.choice(), gate.closed(),
				gate.notAfter(), row.attempts()), seen, now);
	}

	@Override
	public Observation observe(PlayRow row, PlayView seen) {
		return switch (seen) {
			case NOTHING -> new Observation.Absent();
			case OURS -> found(row, true, Map.of(Operation.OWNER_TAG, OWNER));
			case STRIPPED, TWIN -> found(row, true, tags());
			case FOREIGN -> found(row, false, tags());
		};
	}

	// Whoever does not ask for the tag takes everything for his own.
	private Map<String, String> tags() {
		return this.rules.has(PlayGuard.TAG) ? Map.of() : Map.of(Operation.OWNER_TAG, OWNER);
	}

	private Observation found(PlayRow row, boolean sameMembers, Map<String, String> tags) {
		Duration behind = this.rules.times().aws();
		Instant createdAt = row.attempts().isEmpty() ? Instant.MIN : row.attempts().getFirst().sentAt().minus(behind);
		return new Observation.Found(ARN, createdAt, sameMembers, tags);
	}

	@Override
	public boolean canBeUnreadable(PlayView standing) {
		return standing != PlayView.NOTHING;
	}

	@Override
	public @Nullable PlayWorld<PlayView> accepted(Play<PlayView> play, PlayRequest request, Instant visible) {
		PlayWorld<PlayView> world = play.world();
		if (world.standing() != PlayView.NOTHING && this.rules.has(PlayGuard.ONE_NAME)) {
			return null;
		}
		return world.until(visible)
			.changed(PlayView.OURS, play.now(), visible)
			.marked(world.standing().isOurs() ? EXISTED | TWICE : EXISTED);
	}

	@Override
	public void elsewhere(Play<PlayView> play, PlayMoves<Play<PlayView>> moves) {
		PlayView standing = play.world().standing();
		PlayRow row = play.row();
		Choice truth = standing.isOurs() ? Choice.ADOPT : Choice.REFUSE;
		if (row.asks() && standing != PlayView.NOTHING && row.choice() != truth) {
			moves.calm(10, "a person", "says truthfully:", truth.id(), () -> play.with(row.chosen(truth)));
		}
		if (standing == PlayView.NOTHING) {
			somebody(play, moves, "creates something else under that name", PlayView.FOREIGN);
			if (!row.attempts().isEmpty()) {
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

	@Override
	public @Nullable String violation(Play<PlayView> before, Play<PlayView> after) {
		PlayRow row = after.row();
		PlayWorld<PlayView> world = after.world();
		if (world.has(TWICE)) {
			return "a second one of ours was accepted while the first one stood there";
		}
		if (row.state() == OperationState.CONFIRMED && !world.has(EXISTED)) {
			return "confirmed, but ours never existed";
		}
		if (row.isFinal() && row.state() != OperationState.CONFIRMED && world.standing().isOurs()) {
			return row.state().id() + ", but ours stands there";
		}
		return null;
	}

	@Override
	public int pack(PlayView thing) {
		return thing.ordinal();
	}

	@Override
	public PlayView unpack(int packed) {
		return PlayView.values()[packed];
	}

}
