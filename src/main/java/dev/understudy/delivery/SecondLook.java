package dev.understudy.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks once more at an operation that ended badly, when nothing of it can take effect
 * any more: for the day that something all this rests on breaks.
 */
@Component
class SecondLook {

	private final OperationStore store;

	private final Observer observer;

	private final Endings endings;

	private final TransactionTemplate transaction;

	private final DeliveryProperties properties;

	SecondLook(OperationStore store, Observer observer, Endings endings, TransactionTemplate transaction,
			DeliveryProperties properties) {
		this.store = store;
		this.observer = observer;
		this.endings = endings;
		this.transaction = transaction;
		this.properties = properties;
	}

	/**
	 * Looks.
	 * @param id the operation's id
	 * @return when to come back, empty if the look told
	 */
	Optional<Duration> look(UUID id) {
		Operation operation = this.store.find(id).orElseThrow(() -> new UnknownOperationException(id));
		return switch (this.observer.look(operation)) {
			case Observation.Found found when operation.ownerTag().equals(found.tags().get(Operation.OWNER_TAG)) -> {
				orphaned(id, found.arn());
				yield Optional.empty();
			}
			case Observation.Found _, Observation.Absent _, Observation.NotLooked _ -> Optional.empty();
			case Observation.Unseen _ -> Optional.of(this.properties.longestWait());
			case Observation.Untold _ -> Optional.of(this.properties.personWait());
		};
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
