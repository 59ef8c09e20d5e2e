package dev.understudy.experiment;

import java.util.UUID;

import dev.understudy.delivery.Operation;
import dev.understudy.delivery.OperationState;

/**
 * The operation that an owner tag names.
 *
 * @param experimentId the experiment it was asked for
 * @param name the name it creates
 * @param state how far it got
 */
record Maker(UUID experimentId, String name, OperationState state) {

	static Maker of(Operation operation) {
		return new Maker(operation.experimentId(), operation.name(), operation.state());
	}

}
