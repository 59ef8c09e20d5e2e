package dev.understudy.delivery;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

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
 *
 * @param <T> what can stand in SageMaker
 */
final class PlayPacking<T> {

	private static final List<String> CALLS = List.of("CreateInferenceExperiment", "StartInferenceExperiment",
			"StopInferenceExperiment", "UpdateInferenceExperiment", "DeleteInferenceExperiment", "DeleteTags",
			"AddTags");

	private static final Answer.Kind[] KINDS = Answer.Kind.values();

	private static final OperationState[] STATES = OperationState.values();

	private static final Choice[] CHOICES = Choice.values();

	private static final int CLOSED = Answer.Kind.REFUSED_FOR_NOW.ordinal() + 1;

	private static final int UNREADABLE = 256;

	private static final int ELSEWHERE = 512;

	private static final int NEVER = 15;

	private final PlayStory<T> story;

	private final PlayTimes times;

	PlayPacking(PlayStory<T> story) {
		this.story = story;
		this.times = story.rules().times();
	}

	byte[] pack(Play<T> play) {
		ByteBuffer bytes = ByteBuffer.allocate(96);
		PlayRow row = play.row();
		PlayWorld<T> world = play.world();
		bytes.put((byte) (row.state().ordinal() | world.acts() << 4));
		bytes.put((byte) world.marks());
		bytes.put((byte) this.story.pack(world.standing()));
		if (!row.isFinal()) {
			pack(play, row, bytes);
			pack(play, world, bytes);
		}
		int[] workers = play.workers().stream().mapToInt((it) -> pack(play, it)).sorted().toArray();
		bytes.put((byte) workers.length);
		Arrays.stream(workers).forEach(bytes::putInt);
		play.wire()
			.stream()
			.filter((it) -> left(play, it) > 0 || play.caller(it.attempt()) >= 0)
			.mapToInt((it) -> it.attempt() << 6 | CALLS.indexOf(it.call()) << 3 | left(play, it))
			.sorted()
			.forEach((it) -> bytes.put((byte) it));
		return Arrays.copyOf(bytes.array(), bytes.position());
	}

	private void pack(Play<T> play, PlayRow row, ByteBuffer bytes) {
		int pause = pause(play);
		int choice = (row.choice() != null) ? row.choice().ordinal() + 1 : 0;
		int settled = ticks(this.times.settle()) + pause;
		bytes.put((byte) (choice | bit(row.cancel(), 2) | bit(row.asks(), 3)));
		bytes.put((byte) (since(play, row.missingSince(), ticks(this.times.missing()) + pause) << 4
				| since(play, row.earlier(), settled)));
		bytes.put((byte) row.attempts().size());
		for (Attempt attempt : row.attempts()) {
			bytes.put((byte) (since(play, attempt.sentAt(), settled) << 3 | CALLS.indexOf(attempt.call())));
			bytes.put((byte) recorded(play, attempt, pause));
		}
	}

	private void pack(Play<T> play, PlayWorld<T> world, ByteBuffer bytes) {
		int[] echoes = world.echoes()
			.stream()
			.filter((it) -> play.now().isBefore(it.until()) && !it.thing().equals(world.standing()))
			.mapToInt((it) -> this.story.pack(it.thing()) << 4 | age(it.until(), play.now()))
			.sorted()
			.toArray();
		bytes.put((byte) echoes.length);
		Arrays.stream(echoes).forEach((it) -> bytes.putShort((short) it));
	}

	// What decisions are made of: unanswered or unclear is the same as soon as nobody
	// waits
	// for an answer, and "in use" is like any refusal for now when its wait is over.
	private int recorded(Play<T> play, Attempt attempt, int pause) {
		Answer answer = attempt.answer();
		if (answer == null || answer.kind() == Answer.Kind.UNCLEAR) {
			return 0;
		}
		boolean over = answer.kind() == Answer.Kind.NOT_SENT || (answer.kind() == Answer.Kind.IN_USE
				&& age(play.now(), answer.at()) >= ticks(this.times.inUse()) + pause);
		return over ? CLOSED : answer(play, answer, pause);
	}

	// Only of "in use" it matters when it was said.
	private int answer(Play<T> play, Answer answer, int pause) {
		int age = (answer.kind() == Answer.Kind.IN_USE) ? since(play, answer.at(), ticks(this.times.inUse()) + pause)
				: 0;
		return answer.kind().ordinal() + 1 | age << 4;
	}

	private int pack(Play<T> play, PlayWorker<T> worker) {
		return switch (worker) {
			case Idle<T> _ -> 0;
			case Claimed<T>(Claim claim) -> 1 | pack(play, claim);
			case Looked<T>(Claim claim, PlaySight<T> seen) -> 2 | pack(play, claim) | pack(seen) << 8;
			case Intended<T>(Claim claim, int attempt, String call, Instant at) -> 3 | age(play.now(), claim.at()) << 3
					| attempt << 8 | CALLS.indexOf(call) << 12 | age(play.now(), at) << 16;
			case Calling<T>(int attempt, String call) -> 4 | attempt << 8 | CALLS.indexOf(call) << 12;
			case Answered<T>(int attempt, Answer answer) ->
				5 | attempt << 8 | answer(play, answer, ticks(this.times.pause())) << 12;
		};
	}

	private static <T> int pack(Play<T> play, Claim claim) {
		return age(play.now(), claim.at()) << 3 | bit(claim.fence() == play.row().fence(), 7);
	}

	private int pack(PlaySight<T> sight) {
		return switch (sight) {
			case PlaySight.Clear<T>(T thing) -> this.story.pack(thing);
			case PlaySight.Unreadable<T>() -> UNREADABLE;
			case PlaySight.Elsewhere<T>() -> ELSEWHERE;
		};
	}

	Play<T> unpack(byte[] packed) {
		ByteBuffer bytes = ByteBuffer.wrap(packed);
		int first = bytes.get();
		OperationState state = STATES[first & 15];
		int marks = bytes.get();
		T standing = this.story.unpack(bytes.get() & 255);
		PlayRow row = PlayRow.queued().claimed();
		List<PlayWorld.Echo<T>> echoes = List.of();
		if (state.isFinal()) {
			row = row.ended(state);
		}
		else {
			row = row(state, bytes);
			echoes = echoes(bytes);
		}
		return new Play<>(Play.START, row, workers(bytes), wire(bytes),
				new PlayWorld<>(standing, marks, first >> 4, echoes));
	}

	private static PlayRow row(OperationState state, ByteBuffer bytes) {
		int flags = bytes.get();
		int since = bytes.get() & 255;
		Choice choice = ((flags & 3) > 0) ? CHOICES[(flags & 3) - 1] : null;
		int size = bytes.get();
		List<Attempt> attempts = new ArrayList<>(size);
		for (int n = 1; n <= size; n++) {
			int sent = bytes.get() & 255;
			attempts.add(new Attempt(n, CALLS.get(sent & 7), "seen", ago(sent >> 3), answer(bytes.get())));
		}
		return new PlayRow(state, 1, is(flags, 2), is(flags, 3), choice, attempts, since(since >> 4),
				since(since & 15));
	}

	private static @Nullable Answer answer(int packed) {
		return ((packed & 15) == 0) ? null
				: new Answer(KINDS[(packed & 15) - 1], ago(packed >> 4 & 15), "Code", "Words", "id");
	}

	private List<PlayWorld.Echo<T>> echoes(ByteBuffer bytes) {
		int size = bytes.get();
		List<PlayWorld.Echo<T>> echoes = new ArrayList<>(size);
		for (int i = 0; i < size; i++) {
			int echo = bytes.getShort();
			echoes.add(new PlayWorld.Echo<>(this.story.unpack(echo >> 4 & 255), ago(-(echo & 15))));
		}
		return echoes;
	}

	private List<PlayWorker<T>> workers(ByteBuffer bytes) {
		int size = bytes.get();
		List<PlayWorker<T>> workers = new ArrayList<>(size);
		for (int i = 0; i < size; i++) {
			workers.add(worker(bytes.getInt()));
		}
		return workers;
	}

	private PlayWorker<T> worker(int packed) {
		int attempt = packed >> 8 & 15;
		Claim claim = new Claim(ago(packed >> 3 & 15), is(packed, 7) ? 1 : 0);
		return switch (packed & 7) {
			case 0 -> new Idle<>();
			case 1 -> new Claimed<>(claim);
			case 2 -> new Looked<>(claim, sight(packed >> 8));
			case 3 -> new Intended<>(claim, attempt, CALLS.get(packed >> 12 & 7), ago(packed >> 16));
			case 4 -> new Calling<>(attempt, CALLS.get(packed >> 12 & 7));
			default -> new Answered<>(attempt, answer(packed >> 12));
		};
	}

	private PlaySight<T> sight(int packed) {
		return switch (packed) {
			case UNREADABLE -> new PlaySight.Unreadable<>();
			case ELSEWHERE -> new PlaySight.Elsewhere<>();
			default -> new PlaySight.Clear<>(this.story.unpack(packed));
		};
	}

	private List<PlayRequest> wire(ByteBuffer bytes) {
		List<PlayRequest> wire = new ArrayList<>();
		while (bytes.hasRemaining()) {
			int request = bytes.get() & 255;
			Instant expires = ago(1 - (request & 7));
			wire.add(new PlayRequest(request >> 6, CALLS.get(request >> 3 & 7), expires.minus(this.times.validity())));
		}
		return wire;
	}

	/**
	 * One more than the ticks for which AWS still accepts a request; 0 if it does not.
	 */
	private int left(Play<T> play, PlayRequest request) {
		return Math.max(0, age(request.signedAt().plus(this.times.validity()), play.now()) + 1);
	}

	/** The longest time for which somebody at work has stood still. */
	private static <T> int pause(Play<T> play) {
		return play.workers().stream().mapToInt((it) -> switch (it) {
			case Claimed<T>(Claim claim) -> age(play.now(), claim.at());
			case Looked<T>(Claim claim, var _) -> age(play.now(), claim.at());
			default -> 0;
		}).max().orElse(0);
	}

	private static <T> int since(Play<T> play, @Nullable Instant time, int most) {
		return (time != null) ? Math.min(age(play.now(), time), most) : NEVER;
	}

	private static @Nullable Instant since(int age) {
		return (age != NEVER) ? ago(age) : null;
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
