package dev.understudy.delivery;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import dev.understudy.delivery.Play.PlayRequest;
import dev.understudy.delivery.PlayWorker.Answered;
import dev.understudy.delivery.PlayWorker.Calling;
import dev.understudy.delivery.PlayWorker.Claim;
import dev.understudy.delivery.PlayWorker.Claimed;
import dev.understudy.delivery.PlayWorker.Idle;
import dev.understudy.delivery.PlayWorker.Intended;
import dev.understudy.delivery.PlayWorker.Looked;

/**
 * Packs plays into bytes, the same bytes for all that go on alike: times become ages in
 * ticks, ages that make no difference any more become one, and workers have no names.
 */
final class PlayPacking {

	private static final Answer.Kind[] KINDS = Answer.Kind.values();

	private static final PlayView[] VIEWS = PlayView.values();

	private static final OperationState[] STATES = OperationState.values();

	private static final Choice[] CHOICES = Choice.values();

	private static final int CLOSED = Answer.Kind.REFUSED_FOR_NOW.ordinal() + 1;

	private final PlayTimes times;

	PlayPacking(PlayRules rules) {
		this.times = rules.times();
	}

	byte[] pack(Play play) {
		ByteBuffer bytes = ByteBuffer.allocate(96);
		PlayRow row = play.row();
		PlayWorld world = play.world();
		bytes.put((byte) (row.state().ordinal() | bit(world.existed(), 3) | bit(world.twice(), 4)));
		bytes.put((byte) (world.standing().ordinal() | world.acts() << 4));
		if (!row.isFinal()) {
			int choice = (row.choice() != null) ? row.choice().ordinal() + 1 : 0;
			bytes.put((byte) (choice | bit(row.cancel(), 2) | bit(row.asks(), 3)));
			int pause = pause(play);
			bytes.put((byte) row.attempts().size());
			row.attempts().forEach((it) -> pack(play, it, pause, bytes));
			List<PlayWorld.Echo> echoes = world.echoes()
				.stream()
				.filter((it) -> play.now().isBefore(it.until()) && it.view() != world.standing())
				.sorted(Comparator.comparing(PlayWorld.Echo::view))
				.toList();
			bytes.put((byte) echoes.size());
			echoes.forEach((it) -> bytes.put((byte) (it.view().ordinal() << 4 | age(it.until(), play.now()))));
		}
		int[] workers = play.workers().stream().mapToInt((it) -> pack(play, it)).sorted().toArray();
		bytes.put((byte) workers.length);
		Arrays.stream(workers).forEach(bytes::putInt);
		play.wire()
			.stream()
			.filter((it) -> left(play, it) > 0 || play.caller(it.attempt()) >= 0)
			.mapToInt((it) -> it.attempt() << 4 | left(play, it))
			.sorted()
			.forEach((it) -> bytes.put((byte) it));
		return Arrays.copyOf(bytes.array(), bytes.position());
	}

	private void pack(Play play, Attempt attempt, int pause, ByteBuffer bytes) {
		int sent = Math.min(age(play.now(), attempt.sentAt()), ticks(this.times.settle()) + pause);
		bytes.put((byte) sent);
		bytes.put((byte) recorded(play, attempt, pause));
	}

	// What decisions are made of: unanswered or unclear is the same as soon as nobody
	// waits
	// for an answer, and "in use" is like any refusal for now when its wait is over.
	private int recorded(Play play, Attempt attempt, int pause) {
		Answer answer = attempt.answer();
		if (answer == null) {
			return 0;
		}
		return switch (answer.kind()) {
			case UNCLEAR -> 0;
			case NOT_SENT -> CLOSED;
			case IN_USE -> (age(play.now(), answer.at()) < ticks(this.times.inUse()) + pause)
					? answer(play, answer, pause) : CLOSED;
			default -> answer(play, answer, pause);
		};
	}

	// Only of "in use" it matters when it was said.
	private int answer(Play play, Answer answer, int pause) {
		if (answer == null) {
			return 0;
		}
		int age = (answer.kind() == Answer.Kind.IN_USE)
				? Math.min(age(play.now(), answer.at()), ticks(this.times.inUse()) + pause) : 0;
		return answer.kind().ordinal() + 1 | age << 4;
	}

	private int pack(Play play, PlayWorker worker) {
		return switch (worker) {
			case Idle _ -> 0;
			case Claimed(Claim claim) -> 1 | pack(play, claim);
			case Looked(Claim claim, PlayView seen) -> 2 | pack(play, claim) | seen.ordinal() << 8;
			case Intended(Claim claim, int attempt, Instant at) ->
				3 | age(play.now(), claim.at()) << 3 | attempt << 8 | age(play.now(), at) << 12;
			case Calling(int attempt) -> 4 | attempt << 8;
			case Answered(int attempt, Answer answer) ->
				5 | attempt << 8 | answer(play, answer, ticks(this.times.pause())) << 12;
		};
	}

	private static int pack(Play play, Claim claim) {
		return age(play.now(), claim.at()) << 3 | bit(claim.fence() == play.row().fence(), 7);
	}

	Play unpack(byte[] packed) {
		ByteBuffer bytes = ByteBuffer.wrap(packed);
		int first = bytes.get();
		OperationState state = STATES[first & 7];
		int second = bytes.get();
		PlayRow row = new PlayRow(state, 1, false, false, null, List.of());
		List<PlayWorld.Echo> echoes = List.of();
		if (!state.isFinal()) {
			int flags = bytes.get();
			Choice choice = ((flags & 3) > 0) ? CHOICES[(flags & 3) - 1] : null;
			row = new PlayRow(state, 1, is(flags, 2), is(flags, 3), choice, attempts(bytes));
			echoes = echoes(bytes);
		}
		PlayWorld world = new PlayWorld(VIEWS[second & 15], is(first, 3), is(first, 4), second >> 4, echoes);
		return new Play(Play.START, row, workers(bytes), wire(bytes), world);
	}

	private static List<Attempt> attempts(ByteBuffer bytes) {
		int size = bytes.get();
		List<Attempt> attempts = new ArrayList<>(size);
		for (int n = 1; n <= size; n++) {
			attempts.add(new Attempt(n, "not there", ago(bytes.get()), answer(bytes.get())));
		}
		return attempts;
	}

	private static Answer answer(int packed) {
		return ((packed & 15) == 0) ? null
				: new Answer(KINDS[(packed & 15) - 1], ago(packed >> 4 & 15), "Code", "Words", "id");
	}

	private static List<PlayWorld.Echo> echoes(ByteBuffer bytes) {
		int size = bytes.get();
		List<PlayWorld.Echo> echoes = new ArrayList<>(size);
		for (int i = 0; i < size; i++) {
			int echo = bytes.get();
			echoes.add(new PlayWorld.Echo(VIEWS[echo >> 4], ago(-(echo & 15))));
		}
		return echoes;
	}

	private static List<PlayWorker> workers(ByteBuffer bytes) {
		int size = bytes.get();
		List<PlayWorker> workers = new ArrayList<>(size);
		for (int i = 0; i < size; i++) {
			workers.add(worker(bytes.getInt()));
		}
		return workers;
	}

	private static PlayWorker worker(int packed) {
		int detail = packed >> 8 & 15;
		Claim claim = new Claim(ago(packed >> 3 & 15), is(packed, 7) ? 1 : 0);
		return switch (packed & 7) {
			case 0 -> Idle.INSTANCE;
			case 1 -> new Claimed(claim);
			case 2 -> new Looked(claim, VIEWS[detail]);
			case 3 -> new Intended(claim, detail, ago(packed >> 12));
			case 4 -> new Calling(detail);
			default -> new Answered(detail, answer(packed >> 12));
		};
	}

	private List<PlayRequest> wire(ByteBuffer bytes) {
		List<PlayRequest> wire = new ArrayList<>();
		while (bytes.hasRemaining()) {
			int request = bytes.get();
			Instant expires = ago(1 - (request & 15));
			wire.add(new PlayRequest(request >> 4, expires.minus(this.times.validity())));
		}
		return wire;
	}

	/**
	 * One more than the ticks for which AWS still accepts a request; 0 if it does not.
	 */
	private int left(Play play, PlayRequest request) {
		return Math.max(0, age(request.signedAt().plus(this.times.validity()), play.now()) + 1);
	}

	/** The longest time that somebody at work has been pausing. */
	private static int pause(Play play) {
		return play.workers().stream().mapToInt((it) -> switch (it) {
			case Claimed(Claim claim) -> age(play.now(), claim.at());
			case Looked(Claim claim, PlayView _) -> age(play.now(), claim.at());
			default -> 0;
		}).max().orElse(0);
	}

	private static int age(Instant later, Instant earlier) {
		return ticks(Duration.between(earlier, later));
	}

	private static int ticks(Duration duration) {
		return (int) (duration.getSeconds() / PlayTimes.TICK.getSeconds());
	}

	private static Instant ago(int ticks) {
		return Play.START.minusSeconds(ticks * PlayTimes.TICK.getSeconds());
	}

	private static int bit(boolean set, int position) {
		return set ? 1 << position : 0;
	}

	private static boolean is(int bits, int position) {
		return (bits >> position & 1) == 1;
	}

}
