package dev.understudy.experiment;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.support.TransactionTemplate;

import dev.understudy.delivery.Difference;
import dev.understudy.delivery.NewOperation;
import dev.understudy.delivery.Operation;
import dev.understudy.delivery.OperationError;
import dev.understudy.delivery.OperationInFlightException;
import dev.understudy.delivery.OperationOutcome;
import dev.understudy.delivery.OperationState;
import dev.understudy.delivery.OperationType;
import dev.understudy.delivery.OperationView;
import dev.understudy.delivery.Operations;
import dev.understudy.delivery.WaitingFor;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

/**
 * Stands in for delivery: takes every operation and ends it as a test tells.
 */
@TestConfiguration
public class CarriedOperations {

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final Map<UUID, Operation> taken = new ConcurrentHashMap<>();

	private final Map<UUID, WaitingFor> waiting = new ConcurrentHashMap<>();

	private final Map<UUID, Operation> unfinished = new ConcurrentHashMap<>();

	private final Set<UUID> freed = ConcurrentHashMap.newKeySet();

	CarriedOperations(ApplicationEventPublisher events, TransactionTemplate transaction) {
		this.events = events;
		this.transaction = transaction;
	}

	Collection<Operation> taken() {
		return this.taken.values();
	}

	Set<UUID> freed() {
		return this.freed;
	}

	/** What was asked for last of an experiment. */
	public Operation last(UUID experimentId) {
		Operation last = this.unfinished.get(experimentId);
		if (last == null) {
			throw new AssertionError("Nothing is on its way");
		}
		return last;
	}

	/** Lets what was asked for last of an experiment wait from now on. */
	public void waits(UUID experimentId, WaitingFor waiting) {
		this.waiting.put(last(experimentId).id(), waiting);
	}

	/** Ends what was asked for last of an experiment as asked. */
	public void confirm(UUID experimentId) {
		Operation it = last(experimentId);
		end(new OperationOutcome.Confirmed(it.id(), experimentId, it.type(), "arn:aws:sagemaker:confirmed", null,
				"request-9"));
	}

	/** Ends what was asked for last of an experiment for a reason. */
	public void reject(UUID experimentId, String code) {
		Operation it = last(experimentId);
		end(new OperationOutcome.Rejected(it.id(), experimentId, it.type(),
				new OperationError(code, "No: " + code, "aws-2", null)));
	}

	/** Ends what was asked for last of an experiment because somebody else changed it. */
	public void drift(UUID experimentId, Difference... differences) {
		Operation it = last(experimentId);
		end(new OperationOutcome.Conflict(it.id(), experimentId, it.type(), new OperationError(OperationError.DRIFT,
				"Somebody changed it", null, "/Description", List.of(differences))));
	}

	/** Lets the operation of an experiment wait from now on. */
	public void waits(Experiment experiment, WaitingFor waiting) {
		this.waiting.put(operation(experiment), waiting);
	}

	@Bean
	@Primary
	Operations carried() {
		Operations operations = mock(Operations.class);
		given(operations.hold(any())).willAnswer(
				(call) -> Optional.ofNullable(this.unfinished.get(call.<UUID>getArgument(0))).map(Operation::id));
		given(operations.ask(any(), any())).willAnswer((call) -> take(call.getArgument(0)));
		given(operations.get(any()))
			.willAnswer((call) -> new OperationView(this.taken.get(call.getArgument(0)), List.of(), List.of()));
		given(operations.waiting(any())).willAnswer((call) -> {
			Map<UUID, WaitingFor> found = new HashMap<>(this.waiting);
			found.keySet().retainAll(call.<Collection<UUID>>getArgument(0));
			return found;
		});
		willAnswer((call) -> this.freed.add(call.getArgument(0))).given(operations).nameFreed(any());
		return operations;
	}

	public void confirm(Experiment experiment, String arn) {
		confirm(experiment, arn, null);
	}

	/** Confirms by a look that shows when it was made. */
	void confirm(Experiment experiment, String arn, @Nullable Instant madeAt) {
		end(new OperationOutcome.Confirmed(operation(experiment), experiment.getId(), OperationType.CREATE, arn, madeAt,
				"request-1"));
	}

	public void reject(Experiment experiment, String code, String message, String pointer) {
		end(new OperationOutcome.Rejected(operation(experiment), experiment.getId(), OperationType.CREATE,
				new OperationError(code, message, "aws-1", pointer)));
	}

	public void cancel(Experiment experiment) {
		end(new OperationOutcome.Cancelled(operation(experiment), experiment.getId(), OperationType.CREATE,
				new OperationError("cancelled", "author called it off", null, null)));
	}

	public void conflict(Experiment experiment) {
		end(new OperationOutcome.Conflict(operation(experiment), experiment.getId(), OperationType.CREATE,
				new OperationError("name-taken", "Something else is called so", null, "/Name")));
	}

	void end(OperationOutcome outcome) {
		this.unfinished.values().removeIf((it) -> it.id().equals(outcome.operationId()));
		this.transaction.executeWithoutResult((status) -> this.events.publishEvent(outcome));
	}

	private static UUID operation(Experiment experiment) {
		UUID operation = experiment.getOperationId();
		if (operation == null) {
			throw new AssertionError("Not submitted");
		}
		return operation;
	}

	private Operation take(NewOperation asked) {
		Operation first = this.unfinished.get(asked.experimentId());
		if (first != null && asked.type() != OperationType.STOP) {
			OperationInFlightException refusal = mock(OperationInFlightException.class);
			given(refusal.operationId()).willReturn(first.id());
			given(refusal.getMessage()).willReturn("Operation %s is not finished yet".formatted(first.id()));
			throw refusal;
		}
		Instant now = Instant.parse("2026-11-22T12:00:00Z");
		Operation operation = new Operation(UUID.randomUUID(), asked.experimentId(), asked.type(),
				OperationState.QUEUED, asked.target().name(), asked.target().account(), asked.target().region(),
				asked.name(), asked.payload(), asked.sha256(), UUID.randomUUID(), "author", false, null, null, null,
				null, asked.subject(), now, now.plusSeconds(86_400), null);
		this.taken.put(operation.id(), operation);
		this.unfinished.put(operation.experimentId(), operation);
		return operation;
	}

}
