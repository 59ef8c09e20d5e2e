package dev.understudy.tracking;

import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.understudy.experiment.EndpointUses;
import dev.understudy.target.Target;

/**
 * The experiments found in SageMaker that use an endpoint and are not under management
 * here. When one starts and ends is known as soon as it was described.
 */
@Component
class FoundEndpointUses implements EndpointUses {

	private static final Set<String> OVER = Set.of("Completed", "Cancelled");

	private final FoundStore store;

	FoundEndpointUses(FoundStore store) {
		this.store = store;
	}

	@Override
	public List<Use> of(Target target, String endpoint) {
		return this.store.on(target, endpoint)
			.stream()
			.filter((found) -> !OVER.contains(found.status()))
			.map((found) -> new Use(found.name(), null, found.status(), found.start(), found.end()))
			.toList();
	}

}
