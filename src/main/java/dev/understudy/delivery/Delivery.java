package dev.understudy.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Carries one operation as far as it goes now: claim, look, intend, send, record. Remote
 * calls happen between the transactions, never within one.
 */
@Component
class Delivery {

	private static final Logger logger = LoggerFactory.getLogger(Delivery.class);

	private final Ledger ledger;

	private final Observer observer;

	private final Sender sender;

	private final List<BeforeLooking> others;

	Delivery(Ledger ledger, Observer observer, Sender sender, ObjectProvider<BeforeLooking> others) {
		this.ledger = ledger;
		this.observer = observer;
		this.sender = sender;
		this.others = others.orderedStream().toList();
	}

	/**
	 * Works on an operation.
	 * @param id its id
	 * @return when to come back, empty if it has ended
	 */
	Optional<Duration> deliver(UUID id) {
		try (var _ = MDC.putCloseable("operation", id.toString())) {
			Next next = new Next.Claim();
			while (true) {
				switch (next) {
					case Next.Claim() -> next = this.ledger.claim(id);
					case Next.Look look -> next = this.ledger.judge(look.claim(), look(look));
					case Next.Send send -> next = this.ledger.answered(send, send(send));
					case Next.Later(Duration delay) -> {
						return Optional.of(delay);
					}
					case Next.Done() -> {
						return Optional.empty();
					}
				}
			}
		}
	}

	private Sight look(Next.Look look) {
		Operation operation = look.claim().operation();
		if (operation.state() == OperationState.QUEUED) {
			this.others.forEach((other) -> lookAround(other, operation));
		}
		return this.observer.look(operation);
	}

	// What others could not find out holds nothing back.
	private static void lookAround(BeforeLooking other, Operation operation) {
		try {
			other.look(operation);
		}
		catch (RuntimeException ex) {
			logger.warn("Operation {} goes on without what {} would have seen", operation.id(), other.getClass(), ex);
		}
	}

	private Sender.Sent send(Next.Send send) {
		return this.sender.send(send.claim().operation(), send.request(), send.window());
	}

}
