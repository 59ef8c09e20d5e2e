package dev.understudy.experiment;

import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;

import dev.understudy.shell.Page;
import dev.understudy.target.Target;

/**
 * The experiments under management that use an endpoint.
 */
@Component
class OwnEndpointUses implements EndpointUses {

	private final Experiments experiments;

	OwnEndpointUses(Experiments experiments) {
		this.experiments = experiments;
	}

	@Override
	public List<Use> of(Target target, String endpoint) {
		return this.experiments
			.list(new ExperimentQuery(List.of(Phase.SUBMITTING, Phase.LIVE), List.of(), endpoint, null, null, null,
					null, Sort.UPDATED_DESC, Page.MAX_SIZE, null))
			.items()
			.stream()
			.filter((it) -> it.target().equals(target.name()) && it.setback() == null)
			.map((it) -> new Use(Objects.requireNonNullElse(it.name(), ""), it.id(), it.status(), it.startTime(),
					it.endTime()))
			.filter((use) -> !use.isOver())
			.toList();
	}

}
