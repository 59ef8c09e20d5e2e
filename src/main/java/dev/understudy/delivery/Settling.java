package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells how long what was sent may still take effect.
 *
 * @param settle how long after the last send it is certain
 * @param inUse how long after "in use" a look may still not show what is in use
 */
record Settling(Duration settle, Duration inUse) {

	/**
	 * Whether a request of an attempt may still take effect, or a look not yet show that
	 * it did.
	 */
	boolean isOpen(Attempt attempt, Instant now) {
		return attempt.isUnanswered() || attempt.isAnswered(Answer.Kind.THROTTLED) || isRecentlyInUse(attempt, now);
	}

	boolean isRecentlyInUse(Attempt attempt, Instant now) {
		return attempt.isAnswered(Answer.Kind.IN_USE) && now.isBefore(inUseUntil(attempt));
	}

	/**
	 * Whether what was accepted need not show yet.
	 */
	boolean isRecentlyAccepted(Attempt attempt, Instant now) {
		return attempt.isAnswered(Answer.Kind.ACCEPTED) && now.isBefore(attempt.sentAt().plus(this.settle));
	}

	/**
	 * Until when a request of an attempt may still take effect.
	 */
	Optional<Instant> openUntil(Attempt attempt, Instant now) {
		if (!isOpen(attempt, now)) {
			return Optional.empty();
		}
		Instant settled = attempt.sentAt().plus(this.settle);
		Instant until = isRecentlyInUse(attempt, now) ? inUseUntil(attempt) : settled;
		return Optional.of(until).filter(now::isBefore);
	}

	/**
	 * Until when what an attempt does may not show yet.
	 */
	Optional<Instant> showsBy(Attempt attempt, Instant now) {
		return isRecentlyAccepted(attempt, now) ? Optional.of(attempt.sentAt().plus(this.settle))
				: openUntil(attempt, now);
	}

	/**
	 * Whether nothing that was sent can take effect any more without a look showing it.
	 */
	boolean isSettled(List<Attempt> attempts, Instant now) {
		return attempts.stream().noneMatch((it) -> isOpen(it, now))
				|| lastSent(attempts).map((sent) -> !now.isBefore(sent.plus(this.settle))).orElse(true);
	}

	/**
	 * The next moment at which something settles.
	 */
	Optional<Instant> nextMoment(List<Attempt> attempts, Instant now) {
		Stream<Instant> inUseEnds = attempts.stream().filter((it) -> isRecentlyInUse(it, now)).map(this::inUseUntil);
		Stream<Instant> settles = lastSent(attempts).stream().map((sent) -> sent.plus(this.settle));
		return Stream.concat(inUseEnds, settles).filter(now::isBefore).min(Comparator.naturalOrder());
	}

	static Optional<Instant> lastSent(List<Attempt> attempts) {
		return attempts.stream().map(Attempt::sentAt).max(Comparator.naturalOrder());
	}

	private Instant inUseUntil(Attempt attempt) {
		return Objects.requireNonNull(attempt.answer()).at().plus(this.inUse);
	}

}
