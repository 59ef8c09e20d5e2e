package dev.understudy.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Carries one operation as far as it goes now: claim, look, intend, send, record. Remote
 * calls happen between the transactions, never within one.
 */
@Component
class Delivery {

	private final Ledger ledger;

	private final Observer observer;

	private final Sender sender;

	Delivery(Ledger ledger, Observer observer, Sender sender) {
		this.ledger = ledger;
		this.observer = observer;
		this.sender = sender;
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
		return this.observer.look(look.claim().operation());
	}

	private Sender.Sent send(Next.Send send) {
		return this.sender.send(send.claim().operation(), send.request(), send.window());
	}

}
