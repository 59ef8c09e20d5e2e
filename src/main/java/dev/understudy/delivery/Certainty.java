package dev.understudy.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.understudy.database.DatabaseClock;

/**
 * Tells those who explain an operation from when on it is certain what came of what was
 * sent.
 */
@Component
public class Certainty {

	private final DatabaseClock clock;

	private final Settling settling;

	Certainty(DatabaseClock clock, DeliveryProperties properties) {
		this.clock = clock;
		this.settling = new Settling(properties.settle(), properties.inUse());
	}

	/**
	 * The moment before which nothing is concluded from not seeing what was asked for.
	 * @param view the operation with its attempts
	 * @return the database's time; empty if nothing that was sent can still take effect,
	 * or the operation has ended
	 */
	public Optional<Instant> from(OperationView view) {
		if (view.operation().state().isFinal() || view.attempts().isEmpty()) {
			return Optional.empty();
		}
		Instant now = this.clock.now();
		List<Attempt> pending = view.attempts()
			.stream()
			.filter((it) -> this.settling.isOpen(it, now) || this.settling.isRecentlyAccepted(it, now))
			.toList();
		return pending.isEmpty() ? Optional.empty() : this.settling.nextMoment(view.attempts(), now);
	}

}
