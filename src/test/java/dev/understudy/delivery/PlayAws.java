package dev.understudy.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * What AWS and the network do to a request: no more is assumed of them than that a name
 * is unique among what exists, that a signed request is refused some time after its date,
 * and that looks are true some time after a send, or after a refusal that says "taken".
 *
 * @param <T> what can stand in SageMaker
 */
final class PlayAws<T> {

	private static final List<String> NAMES = IntStream.rangeClosed(0, 99)
		.mapToObj((n) -> (n > 0) ? "attempt " + n : "what was sent earlier")
		.toList();

	private final PlayStory<T> story;

	private final PlayRules rules;

	PlayAws(PlayStory<T> story) {
		this.story = story;
		this.rules = story.rules();
	}

	void arrivals(Play<T> play, PlayMoves<Play<T>> moves) {
		play.wire().stream().distinct().forEach((it) -> arrival(play, it, moves));
	}

	private void arrival(Play<T> play, PlayRequest request, PlayMoves<Play<T>> moves) {
		int n = request.attempt();
		String what = NAMES.get(n);
		Play<T> gone = play.without(request);
		if (isExpired(play, request)) {
			moves.calm(60, what, "arrives too late", () -> gone.answered(n, Answer.Kind.REFUSED_FOR_NOW));
			return;
		}
		Play<T> accepted = accepted(play, request);
		if (accepted != null) {
			moves.calm(40, what, "is accepted", () -> accepted.answered(n, Answer.Kind.ACCEPTED));
			if (n > 0) {
				moves.fault(2, what, "is doubled on its way: one is accepted, the other is still to come",
						() -> play.with(accepted.world()).answered(n, Answer.Kind.ACCEPTED));
			}
		}
		else {
			moves.calm(40, what, "finds the name taken, or is not allowed", () -> taken(gone, n));
		}
		moves.fault(3, what, "gets lost", () -> gone);
		if (play.caller(n) >= 0) {
			troubles(play, request, accepted, moves);
		}
	}

	// What matters only as long as somebody waits for the answer.
	private void troubles(Play<T> play, PlayRequest request, @Nullable Play<T> accepted, PlayMoves<Play<T>> moves) {
		int n = request.attempt();
		String what = NAMES.get(n);
		Play<T> gone = play.without(request);
		if (accepted != null) {
			moves.fault(8, what, "is accepted, and the answer gets lost", () -> accepted);
			moves.fault(4, what, "is accepted, and answered with 'throttled'",
					() -> accepted.answered(n, Answer.Kind.THROTTLED));
			moves.fault(4, what, "is doubled inside AWS: one is accepted, the other answers 'in use'",
					() -> taken(accepted, n));
		}
		moves.fault(3, what, "is refused for good", () -> gone.answered(n, Answer.Kind.REFUSED));
		moves.fault(3, what, "is refused for now", () -> gone.answered(n, Answer.Kind.REFUSED_FOR_NOW));
		moves.fault(4, what, "is answered with 'throttled', and may still take effect",
				() -> play.answered(n, Answer.Kind.THROTTLED));
	}

	private boolean isExpired(Play<T> play, PlayRequest request) {
		Instant aws = play.now().minus(this.rules.times().aws());
		return aws.isAfter(request.signedAt().plus(this.rules.times().validity()));
	}

	/** What comes of a request, or null if what stands there does not allow it. */
	private @Nullable Play<T> accepted(Play<T> play, PlayRequest request) {
		PlayWorld<T> world = this.story.accepted(play, request, visible(play, request));
		return (world != null) ? play.without(request).with(world) : null;
	}

	// A look is true for certain when what was sent is settled.
	private Instant visible(Play<T> play, PlayRequest request) {
		return play.row()
			.attempts()
			.stream()
			.filter((it) -> it.n() == request.attempt())
			.findFirst()
			.map(Attempt::sentAt)
			.or(() -> Optional.ofNullable(play.row().earlier()))
			.map((sent) -> sent.plus(this.rules.times().settle()))
			.orElse(play.now());
	}

	private Play<T> taken(Play<T> play, int attempt) {
		return play.with(play.world().until(play.now().plus(this.rules.times().inUse())))
			.answered(attempt, Answer.Kind.IN_USE);
	}

}
