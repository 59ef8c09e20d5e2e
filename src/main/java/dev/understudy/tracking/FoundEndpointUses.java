package dev.understudy.tracking;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.understudy.experiment.EndpointUses;
import dev.understudy.target.Target;

/**
 * The experiments found in SageMaker that use an endpoint and are not under management
 * here. When one starts and ends is known as soon as it was described.
 */
@Component
class FoundEndpointUses implements EndpointUses {

	private final FoundStore store;

	FoundEndpointUses(FoundStore store) {
		this.store = store;
	}

	@Override
	public List<Use> of(Target target, String endpoint) {
		return this.store.on(target, endpoint)
			.stream()
			.map((found) -> new Use(found.name(), null, found.status(), found.start(), found.end()))
			.filter((use) -> !use.isOver())
			.toList();
	}

}
