package dev.understudy.experiment.web;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.understudy.delivery.OperationInFlightException;
import dev.understudy.experiment.Hindrance;
import dev.understudy.experiment.IllegalPhaseException;

/**
 * Why a change was not taken, for the page that asked for it.
 *
 * @param message message that says why
 * @param operation the operation that stands in the way, where one does
 */
record Refusal(String message, @Nullable UUID operation) {

	static Refusal of(OperationInFlightException ex) {
		return new Refusal("change.refused.in-flight", ex.operationId());
	}

	static Refusal of(IllegalPhaseException ex) {
		Hindrance hindrance = ex.hindrance();
		return new Refusal((hindrance != null) ? hindrance.message() : "change.refused.phase", ex.operationId());
	}

}
