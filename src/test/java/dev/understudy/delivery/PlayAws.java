package dev.understudy.delivery;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import dev.understudy.delivery.Play.PlayRequest;

/**
 * What AWS and the network do to a request: no more is assumed of them than that a name
 * is unique among what exists, that a signed request is refused some time after its date,
 * and that looks are true some time after a send, or after a refusal that says "taken".
 */
final class PlayAws {

	private final PlayRules rules;

	PlayAws(PlayRules rules) {
		this.rules = rules;
	}

	void arrivals(Play play, List<PlayMove<Play>> moves) {
		play.wire().stream().distinct().forEach((it) -> arrival(play, it, moves));
	}

	private void arrival(Play play, PlayRequest request, List<PlayMove<Play>> moves) {
		int n = request.attempt();
		String what = "attempt " + n;
		Play gone = play.without(request);
		if (isExpired(play, request)) {
			moves.add(PlayMove.calm(what + " arrives too late", 60,
					() -> gone.answered(n, Answer.Kind.REFUSED_FOR_NOW)));
			return;
		}
		Supplier<Play> accepted = () -> accepted(gone, n);
		if (isFree(play)) {
			moves.add(PlayMove.calm(what + " is accepted", 40, () -> accepted.get().answered(n, Answer.Kind.ACCEPTED)));
		}
		else {
			moves.add(PlayMove.calm(what + " finds the name taken", 40, () -> taken(gone, n)));
		}
		moves.add(PlayMove.fault(what + " gets lost", 3, () -> gone));
		if (play.caller(n) >= 0) {
			troubles(play, request, moves);
		}
	}

	// What matters only as long as somebody waits for the answer.
	private void troubles(Play play, PlayRequest request, List<PlayMove<Play>> moves) {
		int n = request.attempt();
		String what = "attempt " + n;
		Play gone = play.without(request);
		if (isFree(play)) {
			Play accepted = accepted(gone, n);
			moves.add(PlayMove.fault(what + " is accepted, and the answer gets lost", 8, () -> accepted));
			moves.add(PlayMove.fault(what + " is accepted, and answered with 'throttled'", 4,
					() -> accepted.answered(n, Answer.Kind.THROTTLED)));
			moves.add(PlayMove.fault(what + " is doubled inside AWS: one is accepted, the other answers 'in use'", 4,
					() -> taken(accepted, n)));
		}
		moves.add(PlayMove.fault(what + " is refused for good", 3, () -> gone.answered(n, Answer.Kind.REFUSED)));
		moves.add(PlayMove.fault(what + " is refused for now", 3,
				() -> gone.answered(n, Answer.Kind.REFUSED_FOR_NOW)));
		moves.add(PlayMove.fault(what + " is answered with 'throttled', and may still take effect", 4,
				() -> play.answered(n, Answer.Kind.THROTTLED)));
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
