package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says how long to wait between two looks: a random time that grows with the one before,
 * but no longer than until the next moment that stands out.
 */
@Component
class Backoff {

	private final DeliveryProperties properties;

	private final RandomGenerator random = RandomGenerator.getDefault();

	Backoff(DeliveryProperties properties) {
		this.properties = properties;
	}

	Duration next(WaitingFor waitingFor, Duration before) {
		if (isUpToAPerson(waitingFor)) {
			return this.properties.personWait();
		}
		long shortest = this.properties.shortestWait().toNanos();
		long longest = Math.max(shortest, this.properties.longestWait().toNanos());
		long most = Math.clamp(before.toNanos() * 3, shortest, longest);
		return Duration.ofNanos(this.random.nextLong(shortest, most + 1));
	}

	// Where time may heal it, a choice is only an offer.
	private static boolean isUpToAPerson(WaitingFor waitingFor) {
		return waitingFor.kind() == WaitingFor.Kind.PERSON
				|| (waitingFor.choice() && waitingFor.kind() != WaitingFor.Kind.TIME);
	}

	/**
	 * Cuts a wait short at a moment that stands out.
	 */
	static Duration until(Duration wait, Instant now, @Nullable Instant moment) {
		if (moment == null || !moment.isAfter(now)) {
			return wait;
		}
		Duration left = Duration.between(now, moment);
		return (left.compareTo(wait) < 0) ? left : wait;
	}

}
