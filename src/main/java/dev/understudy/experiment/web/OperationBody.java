package dev.understudy.experiment.web;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;

import dev.understudy.delivery.Operation;

/**
 * An operation right after it was asked for: delivery's resource shows the same, and how
 * it goes on.
 *
 * @param id the operation
 * @param experimentId the experiment
 * @param type what it changes
 * @param state how far it got
 * @param attempts how often it was sent
 * @param createdAt when it was asked for
 */
@Schema(name = "AskedOperation")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OperationBody(UUID id, UUID experimentId, String type, String state, int attempts, Instant createdAt) {

	static OperationBody of(Operation operation) {
		return new OperationBody(operation.id(), operation.experimentId(), operation.type().id(),
				operation.state().id(), 0, operation.createdAt());
	}

}
