package dev.understudy.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.understudy.database.DatabaseClock;

/**
 * Looks once more at an operation that ended badly, when nothing of it can take effect
 * any more: for the day that something all this rests on breaks.
 */
@Component
class SecondLook {

	private final OperationStore store;

	private final AttemptStore attempts;

	private final Observer observer;

	private final Endings endings;

	private final TransactionTemplate transaction;

	private final DatabaseClock clock;

	private final DeliveryProperties properties;

	SecondLook(OperationStore store, AttemptStore attempts, Observer observer, Endings endings,
			TransactionTemplate transaction, DatabaseClock clock, DeliveryProperties properties) {
		this.store = store;
		this.attempts = attempts;
		this.observer = observer;
		this.endings = endings;
		this.transaction = transaction;
		this.clock = clock;
		this.properties = properties;
	}

	/**
	 * Looks.
	 * @param id the operation's id
	 * @return when to come back, empty if the look told
	 */
	Optional<Duration> look(UUID id) {
		return untilSettled(id).or(() -> lookNow(id));
	}

	// What woke this is a machine's clock; what was sent was sent by the database's.
	private Optional<Duration> untilSettled(UUID id) {
		return Settling.lastSent(this.attempts.of(id))
			.map((sent) -> Duration.between(this.clock.now(), sent.plus(this.properties.settle())))
			.filter(Duration::isPositive);
	}

	private Optional<Duration> lookNow(UUID id) {
		Operation operation = this.store.find(id).orElseThrow(() -> new UnknownOperationException(id));
		return switch (this.observer.look(operation).seen()) {
			case Observation.Found found when operation.ownerTag().equals(found.tags().get(Operation.OWNER_TAG)) -> {
				orphaned(id, found.arn());
				yield Optional.empty();
			}
			case Observation.Found _, Observation.Described _, Observation.Absent _, Observation.NotLooked _ ->
				Optional.empty();
			case Observation.Unseen(WaitingFor waitingFor) -> Optional.of(patience(waitingFor));
			case Observation.Untold untold -> Optional.of(patience(untold.waitingFor()));
		};
	}

	// It has ended, so only what time heals is worth looking at soon.
	private Duration patience(WaitingFor waitingFor) {
		return (waitingFor.kind() == WaitingFor.Kind.TIME) ? this.properties.longestWait()
				: this.properties.personWait();
	}

	private void orphaned(UUID id, String arn) {
		this.transaction.executeWithoutResult((status) -> {
			Operation operation = this.store.lock(id).orElseThrow().operation();
			if (operation.orphanArn() == null) {
				this.endings.orphaned(operation, arn, null);
			}
		});
	}

}
