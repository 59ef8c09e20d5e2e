package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.understudy.sagemaker.SendGuard;

/**
 * The time in which a request may leave: not too long after the claim, and signed with a
 * date close to the database's clock. All that was sent is certain to be refused, or
 * visible, some time after the intent because of this.
 *
 * @param ticker measures the time that passes
 * @param claimedAt the process's time of the claim
 * @param intendedAt the process's time of the intent
 * @param databaseTime the database's time of the intent
 * @param claim how long after its claim a request may leave
 * @param clockSkew how far the signed date may lie off the database's clock
 */
record SendWindow(Ticker ticker, long claimedAt, long intendedAt, Instant databaseTime, Duration claim,
		Duration clockSkew) implements SendGuard {

	/** The credentials are another account's. */
	static final String ACCOUNT = "other-account";

	/** The machine's clock, or the database's, is wrong. */
	static final String CLOCK = "clock-off";

	@Override
	public Optional<Objection> objection(Instant signedAt) {
		long nanos = this.ticker.nanos();
		if (nanos - this.claimedAt > this.claim.toNanos()) {
			return Optional.of(new Objection("claim-too-old", Sentences.say("claim-too-old", this.claim.toSeconds())));
		}
		Instant now = this.databaseTime.plusNanos(nanos - this.intendedAt);
		if (Duration.between(signedAt, now).abs().compareTo(this.clockSkew) > 0) {
			return Optional.of(new Objection(CLOCK, Sentences.say("clock-off", signedAt, now)));
		}
		return Optional.empty();
	}

}
