package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.understudy.delivery.PlaySubject.Status;
import dev.understudy.delivery.PlaySubject.Value;
import dev.understudy.delivery.PlaySubject.Which;

/**
 * The story of a change to a shadow test that stands in SageMaker, right after its Create
 * or another change of which a request may still be under way.
 */
final class PlayOfChange implements PlayStory<PlaySubject> {

	/** What was asked for has been so, whoever brought it about. */
	private static final int REACHED = 1;

	/** A request of ours took effect after the operation had ended badly. */
	private static final int LATE = 2;

	/** A request of an earlier operation undid what was confirmed. */
	private static final int UNDONE = 4;

	/** It was said to be gone while it stood there. */
	private static final int FALSELY_GONE = 8;

	/** A request of ours took effect. */
	private static final int DONE = 16;

	/** SageMaker did not find it for a moment, which is assumed to happen but once. */
	private static final int HIDDEN = 32;

	static final String CREATE = "CreateInferenceExperiment";

	static final String UPDATE = "UpdateInferenceExperiment";

	static final UUID ID = UUID.fromString("019ab000-0000-7000-8000-000000000001");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final OperationType type;

	private final Status status;

	private final @Nullable String earlier;

	private final PlayRules rules;

	private final ChangeDecisions decisions;

	private final PlaySubjects subjects;

	private final JsonNode payload;

	PlayOfChange(OperationType type, Status status, @Nullable String earlier, PlayRules rules) {
		this.type = type;
		this.status = status;
		this.earlier = earlier;
		this.rules = rules;
		this.decisions = new ChangeDecisions(rules.settling(), new Obstacles(3),
				rules.has(PlayGuard.MISSING_TWICE) ? rules.times().missing() : Duration.ZERO);
		this.subjects = new PlaySubjects(type);
		this.payload = JSON.readTree(payload(type));
	}

	private static String payload(OperationType type) {
		return switch (type) {
			case UPDATE -> """
					{"asked": {"Description": "OURS"}, "seen": {"Description": "SEEN"}}""";
			case TAG -> """
					{"add": [{"Key": "value", "Value": "OURS"}], "remove": ["old"],
					 "seen": {"value": "SEEN", "old": "yes"}}""";
			default -> "{}";
		};
	}

	@Override
	public PlayRules rules() {
		return this.rules;
	}

	@Override
	public Play<PlaySubject> start() {
		Play<PlaySubject> start = Play.start(this.rules.workers(), PlaySubject.meant(this.status), this.rules.acts());
		if (this.earlier == null) {
			return start;
		}
		PlayWorld<PlaySubject> fresh = start.world();
		if (isAfterCreate()) {
			Instant shown = Play.START.plus(this.rules.times().settle());
			fresh = PlayWorld.of(PlaySubject.NONE, this.rules.acts())
				.changed(start.world().standing(), Play.START, shown);
		}
		return start.with(start.row().after(Play.START)).with(fresh).sent(new PlayRequest(0, this.earlier, Play.START));
	}

	private boolean isAfterCreate() {
		return CREATE.equals(this.earlier);
	}

	@Override
	public boolean isChange() {
		return true;
	}

	@Override
	public Observation observe(PlayRow row, PlaySubject seen) {
		if (!seen.isThere()) {
			return new Observation.Absent();
		}
		boolean marked = this.rules.has(PlayGuard.STOP_MARK) || this.type != OperationType.STOP;
		return this.subjects.described(marked ? seen : seen.with(Value.OURS));
	}

	@Override
	public boolean canBeUnreadable(PlaySubject standing) {
		return this.type == OperationType.TAG && standing.isThere();
	}

	@Override
	public Decision decide(PlayRow row, Observation seen, PlayLedger.Gate gate, Instant now) {
		return this.decisions.decide(changeRow(row, gate, now), seen, now);
	}

	@Override
	public @Nullable Instant missingSince(PlayRow row, Observation seen, Instant lookedAt, Instant now) {
		return ChangeDecisions.missingSince(changeRow(row, PlayLedger.Gate.OPEN, lookedAt), seen, lookedAt, now);
	}

	private ChangeRow changeRow(PlayRow row, PlayLedger.Gate gate, Instant now) {
		Settling settling = this.rules.settling();
		Instant settled = (row.earlier() != null) ? row.earlier().plus(settling.settle()) : null;
		return new ChangeRow(ID, this.type, "name", PlaySubjects.SUBJECT, this.payload, row.cancel(), gate.closed(),
				gate.notAfter(), attempts(row), row.missingSince(),
				(isAfterCreate() && this.rules.has(PlayGuard.CREATE_SHOWS)) ? settled : null,
				(settled != null && now.isBefore(settled) && this.rules.has(PlayGuard.NEXT_WAITS)) ? settled : null);
	}

	// Whoever takes an accepted request for one that shows at once forgets when it was
	// sent.
	private List<Attempt> attempts(PlayRow row) {
		return this.rules.has(PlayGuard.ACCEPTED_IS_NOT_DONE) ? row.attempts()
				: row.attempts()
					.stream()
					.map((it) -> it.isAnswered(Answer.Kind.ACCEPTED)
							? new Attempt(it.n(), it.call(), it.seen(), Instant.EPOCH, it.answer()) : it)
					.toList();
	}

	@Override
	public Play<PlaySubject> ending(Play<PlaySubject> play, Decision end) {
		boolean gone = end instanceof Decision.Reject(OperationError error) && error.code().equals("gone");
		return (gone && play.world().standing().isMeant()) ? play.with(play.world().marked(FALSELY_GONE)) : play;
	}

	@Override
	public @Nullable PlayWorld<PlaySubject> accepted(Play<PlaySubject> play, PlayRequest request, Instant visible) {
		PlaySubject next = effect(play.world().standing(), request);
		if (next == null) {
			return null;
		}
		PlayWorld<PlaySubject> world = marked(play.world().until(visible).changed(next, play.now(), visible));
		PlayRow row = play.row();
		boolean confirmed = row.state() == OperationState.CONFIRMED;
		if (request.attempt() == 0) {
			return world.marked(confirmed ? UNDONE : 0);
		}
		return world.marked((row.isFinal() && !confirmed) ? LATE | DONE : DONE);
	}

	private @Nullable PlaySubject effect(PlaySubject it, PlayRequest request) {
		return switch (request.call()) {
			case "StartInferenceExperiment" -> it.is(Status.CREATED, Status.CREATED) ? it.with(Status.STARTING) : null;
			case "StopInferenceExperiment" ->
				it.is(Status.RUNNING, Status.RUNNING) ? it.with(Status.STOPPING).with(Value.OURS) : null;
			case UPDATE -> it.is(Status.CREATED, Status.RUNNING)
					? it.with((request.attempt() == 0) ? Value.SEEN : Value.OURS) : null;
			case "DeleteInferenceExperiment" -> it.is(Status.CREATED, Status.COMPLETED) ? PlaySubject.NONE : null;
			case "DeleteTags" -> it.isThere() ? it.withoutOld() : null;
			case "AddTags" -> it.isThere() ? it.with(Value.OURS) : null;
			default -> it.isThere() ? null : new PlaySubject(Which.REMADE, Status.CREATED, true, Value.SEEN);
		};
	}

	@Override
	public void elsewhere(Play<PlaySubject> play, PlayMoves<Play<PlaySubject>> moves) {
		PlaySubject it = play.world().standing();
		if (!it.isThere()) {
			somebody(play, moves, "creates another one of that name",
					new PlaySubject(Which.ANOTHER, Status.CREATED, true, Value.SEEN));
			return;
		}
		if (play.world().acts() > 0 && !play.world().has(HIDDEN)) {
			Instant found = play.now().plus(this.rules.times().missing());
			moves.fault(1, "SageMaker", "does not find it for a moment",
					() -> play.with(play.world().hidden(PlaySubject.NONE, found).marked(HIDDEN)));
		}
		switch (it.status()) {
			case STARTING -> byItself(play, moves, "is running now", it.with(Status.RUNNING));
			case STOPPING -> byItself(play, moves, "is over now", it.with(Status.COMPLETED));
			case CREATED -> somebody(play, moves, "starts it", it.with(Status.STARTING));
			case RUNNING -> {
				somebody(play, moves, "stops it", it.with(Status.STOPPING).with(theirs()));
				somebody(play, moves, "lets it end", it.with(Status.COMPLETED).with(theirs()));
			}
			case COMPLETED -> {
			}
		}
		if (it.is(Status.CREATED, Status.COMPLETED)) {
			somebody(play, moves, "deletes it", PlaySubject.NONE);
		}
		if (this.type == OperationType.UPDATE || this.type == OperationType.TAG) {
			somebody(play, moves, "changes it", it.with(Value.THEIRS));
		}
	}

	private Value theirs() {
		return (this.type == OperationType.STOP) ? Value.THEIRS : Value.SEEN;
	}

	private void byItself(Play<PlaySubject> play, PlayMoves<Play<PlaySubject>> moves, String does, PlaySubject next) {
		Instant visible = play.now().plus(this.rules.times().stale());
		moves.calm(20, "it", does, () -> play.with(marked(play.world().changed(next, play.now(), visible))));
	}

	/** Remembers when what was asked for has come true. */
	private PlayWorld<PlaySubject> marked(PlayWorld<PlaySubject> world) {
		return this.subjects.isReached(world.standing()) ? world.marked(REACHED) : world;
	}

	@Override
	public @Nullable String violation(Play<PlaySubject> before, Play<PlaySubject> after) {
		PlayRow row = after.row();
		PlayWorld<PlaySubject> world = after.world();
		if (world.has(LATE)) {
			return row.state().id() + ", but then it took effect";
		}
		if (world.has(UNDONE)) {
			return "confirmed, but then an earlier operation undid it";
		}
		if (world.has(FALSELY_GONE)) {
			return "believed to be gone, but it stands there";
		}
		if (!row.isFinal() || before.row().isFinal()) {
			return null;
		}
		if (row.state() == OperationState.CONFIRMED) {
			return (world.has(REACHED) || this.subjects.isReached(world.standing())) ? null
					: "confirmed, but it was never so";
		}
		return (world.has(DONE) && this.subjects.isOurDoing(world.standing())) ? row.state().id() + ", but it is so"
				: null;
	}

	@Override
	public int pack(PlaySubject it) {
		return it.which().ordinal() | it.status().ordinal() << 2 | (it.old() ? 32 : 0) | it.value().ordinal() << 6;
	}

	@Override
	public PlaySubject unpack(int packed) {
		return new PlaySubject(Which.values()[packed & 3], Status.values()[packed >> 2 & 7], (packed & 32) != 0,
				Value.values()[packed >> 6 & 3]);
	}

}
