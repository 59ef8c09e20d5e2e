package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.actor.Actor;
import dev.understudy.database.DatabaseClock;
import dev.understudy.database.Ids;
import dev.understudy.database.Jobs;
import dev.understudy.target.Target;

/**
 * Writes new operations down, with their audit entry and the job that carries them.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Intake {

	private final OperationStore store;

	private final Names names;

	private final Installations installations;

	private final Ids ids;

	private final DatabaseClock clock;

	private final DeliveryProperties properties;

	private final Jobs jobs;

	private final ApplicationEventPublisher events;

	Intake(OperationStore store, Names names, Installations installations, Ids ids, DatabaseClock clock,
			DeliveryProperties properties, Jobs jobs, ApplicationEventPublisher events) {
		this.store = store;
		this.names = names;
		this.installations = installations;
		this.ids = ids;
		this.clock = clock;
		this.properties = properties;
		this.jobs = jobs;
		this.events = events;
	}

	Operation take(NewOperation asked, Actor by) {
		Instant now = this.clock.now();
		if (asked.type() == OperationType.CREATE) {
			this.names.free(now);
			this.names.actsOn(asked, now).ifPresent((it) -> {
				throw new NameHeldException(it);
			});
		}
		Operation operation = operation(asked, by, now);
		if (!this.store.insert(operation)) {
			throw refusal(operation);
		}
		this.events.publishEvent(new Trace(by, "operation.asked", operation.experimentId(), operation.target(), null,
				Trace.json("state", operation.state().id(), "type", operation.type().id(), "operation",
						operation.id().toString(), "sha256", operation.sha256()),
				null, null));
		this.jobs.schedule(Operations.job(operation.id()), Duration.ZERO);
		return operation;
	}

	private Operation operation(NewOperation asked, Actor by, Instant now) {
		Target target = asked.target();
		return new Operation(this.ids.next(), asked.experimentId(), asked.type(), OperationState.QUEUED, target.name(),
				target.account(), target.region(), asked.name(), asked.payload(), asked.sha256(),
				this.installations.name(), by.name(), false, null, null, null, null, asked.subject(), now,
				now.plus(this.properties.lifetime()), null);
	}

	private RuntimeException refusal(Operation refused) {
		return this.store.unfinishedOf(refused.experimentId())
			.<RuntimeException>map(OperationInFlightException::new)
			.orElseGet(() -> this.store.holderOf(refused.account(), refused.region(), refused.name())
				.<RuntimeException>map(NameHeldException::new)
				.orElseGet(() -> new IllegalStateException("Operation %s was not stored".formatted(refused.id()))));
	}

}
