package dev.understudy.simulator;

import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * From the bytes of a request to the bytes of its answer: signature, operation, types,
 * constraints, and then SageMaker itself, with whatever fault is waiting.
 */
final class Protocol {

	private static final Logger log = LoggerFactory.getLogger(Protocol.class);

	private final Shapes shapes = new Shapes();

	private final WireReader reader = new WireReader(this.shapes);

	private final ShapeValidator validator = new ShapeValidator(this.shapes);

	private final SimulatedSageMaker sageMaker;

	private final SimulatorClock clock;

	private final Faults faults;

	private final Traffic traffic;

	Protocol(SimulatedSageMaker sageMaker, SimulatorClock clock, Faults faults, Traffic traffic) {
		this.sageMaker = sageMaker;
		this.clock = clock;
		this.faults = faults;
		this.traffic = traffic;
	}

	/** The answer; null when the connection is to be closed without one. */
	@Nullable Answer answer(RequestHead head, byte[] body, String requestId) throws InterruptedException {
		try {
			Signature signature = Signature.read(head.authorization(), head.date(), this.clock);
			Call call = read(head, body, requestId, signature);
			this.traffic.called(call.operation());
			CountDownLatch cleared = this.faults.cleared();
			Fault fault = this.faults.take(call.operation(), call.input());
			Function<FaultyCall.View, Answer> acting = (view) -> guarded(call, view);
			return (fault != null) ? new FaultyCall(fault, acting, cleared).answer()
					: acting.apply(FaultyCall.View.TRUE);
		}
		catch (AwsException ex) {
			return Answer.error(ex);
		}
	}

	private Call read(RequestHead head, byte[] body, String requestId, Signature signature) {
		String operation = head.operation();
		Shape shape = this.shapes.input(operation);
		if (shape == null) {
			throw new AwsException(400, "UnknownOperationException",
					"The requested operation is not recognized by the service.");
		}
		return new Call(operation, shape, this.reader.read(body, shape), requestId, signature);
	}

	private Answer guarded(Call call, FaultyCall.View view) {
		try {
			return Answer.ok(carryOut(call, view));
		}
		catch (AwsException ex) {
			return Answer.error(ex);
		}
		catch (RuntimeException ex) {
			log.error("Request {} to {} failed", call.requestId(), call.operation(), ex);
			return Answer.failure();
		}
	}

	private ObjectNode carryOut(Call call, FaultyCall.View view) {
		call.signature().check(this.clock.now());
		this.validator.validate(call.input(), call.shape());
		ObjectNode input = call.input();
		if (view.pageSize() != null) {
			input = input.deepCopy().put("MaxResults", view.pageSize());
		}
		if (!view.staleness().isZero() && !this.sageMaker.changes(call.operation())) {
			return this.sageMaker.callInThePast(call.operation(), input, view.staleness());
		}
		return this.sageMaker.call(call.operation(), input, call.requestId());
	}

	private record Call(String operation, Shape shape, ObjectNode input, String requestId, Signature signature) {
	}

}
