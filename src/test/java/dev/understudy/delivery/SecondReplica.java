package dev.understudy.delivery;

import java.util.UUID;

import org.springframework.context.ApplicationContext;

/**
 * Works on an operation as another replica would that has no idea of this one: past the
 * jobs, and with no regard to who has the operation in hand.
 */
public final class SecondReplica {

	private final Delivery delivery;

	public SecondReplica(ApplicationContext context) {
		this.delivery = context.getBean(Delivery.class);
	}

	/** Carries the operation as far as it goes now. */
	public void deliver(UUID operation) {
		this.delivery.deliver(operation);
	}

}
