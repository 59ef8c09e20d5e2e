package dev.understudy.experiment.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.understudy.delivery.Operations;
import dev.understudy.delivery.WaitingFor;
import dev.understudy.experiment.Experiment;
import dev.understudy.experiment.Pending;
import dev.understudy.experiment.Phase;
import dev.understudy.experiment.Sighting;
import dev.understudy.experiment.Standing;

/** Finds out how experiments stand, including what their operation waits for. */
@Component
class Stances {

	private final Operations operations;

	Stances(Operations operations) {
		this.operations = operations;
	}

	Stance of(Experiment experiment) {
		Pending pending = experiment.getPending();
		UUID operation = (pending != null) ? pending.operationId() : experiment.getOperationId();
		WaitingFor waiting = (pending != null || experiment.getPhase() == Phase.SUBMITTING) ? waiting(operation) : null;
		Sighting sighting = experiment.getSighting();
		String kind = (waiting != null) ? waiting.kind().id() : null;
		return new Stance(Standing.of(experiment, kind), (sighting != null) ? sighting.status() : null,
				(waiting != null) ? waiting.message() : null, experiment.getVersion() + "-" + kind);
	}

	private @Nullable WaitingFor waiting(@Nullable UUID operation) {
		return Optional.ofNullable(operation).map((id) -> this.operations.waiting(List.of(id)).get(id)).orElse(null);
	}

}
