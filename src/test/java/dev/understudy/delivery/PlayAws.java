package dev.understudy.delivery;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import dev.understudy.delivery.Play.PlayRequest;

/**
 * What AWS and the network do to a request: no more is assumed of them than that a name
 * is unique among what exists, that a signed request is refused some time after its date,
 * and that looks are true some time after a send, or after a refusal that says "taken".
 */
final class PlayAws {

	private static final List<String> NAMES = IntStream.rangeClosed(0, 99).mapToObj((n) -> "attempt " + n).toList();

	private final PlayRules rules;

	PlayAws(PlayRules rules) {
		this.rules = rules;
	}

	void arrivals(Play play, PlayMoves<Play> moves) {
		play.wire().stream().distinct().forEach((it) -> arrival(play, it, moves));
	}

	private void arrival(Play play, PlayRequest request, PlayMoves<Play> moves) {
		int n = request.attempt();
		String what = NAMES.get(n);
		Play gone = play.without(request);
		if (isExpired(play, request)) {
			moves.calm(60, what, "arrives too late", () -> gone.answered(n, Answer.Kind.REFUSED_FOR_NOW));
			return;
		}
		if (isFree(play)) {
			moves.calm(40, what, "is accepted", () -> accepted(gone, n).answered(n, Answer.Kind.ACCEPTED));
		}
		else {
			moves.calm(40, what, "finds the name taken", () -> taken(gone, n));
		}
		moves.fault(3, what, "gets lost", () -> gone);
		if (play.caller(n) >= 0) {
			troubles(play, request, moves);
		}
	}

	// What matters only as long as somebody waits for the answer.
	private void troubles(Play play, PlayRequest request, PlayMoves<Play> moves) {
		int n = request.attempt();
		String what = NAMES.get(n);
		Play gone = play.without(request);
		if (isFree(play)) {
			Play accepted = accepted(gone, n);
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

	private boolean isExpired(Play play, PlayRequest request) {
		Instant aws = play.now().minus(this.rules.times().aws());
		return aws.isAfter(request.signedAt().plus(this.rules.times().validity()));
	}

	private boolean isFree(Play play) {
		return play.world().standing() == PlayView.NOTHING || !this.rules.has(PlayGuard.ONE_NAME);
	}

	private Play accepted(Play play, int attempt) {
		Instant visible = play.row()
			.attempts()
			.stream()
			.filter((it) -> it.n() == attempt)
			.findFirst()
			.map((it) -> it.sentAt().plus(this.rules.times().settle()))
			.orElse(play.now());
		return play.with(play.world().created(play.now(), visible));
	}

	private Play taken(Play play, int attempt) {
		return play.with(play.world().until(play.now().plus(this.rules.times().inUse())))
			.answered(attempt, Answer.Kind.IN_USE);
	}

}
