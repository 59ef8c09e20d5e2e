package dev.understudy.experiment;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Finds what holds an experiment's definition. One that was begun with nothing asks
 * nobody.
 */
@Component
class Binding {

	private final ObjectProvider<Bonds> bonds;

	Binding(ObjectProvider<Bonds> bonds) {
		this.bonds = bonds;
	}

	@Nullable Bond of(Experiment experiment) {
		return find(experiment, Bonds::of);
	}

	@Nullable Bond hold(Experiment experiment) {
		return find(experiment, Bonds::hold);
	}

	private @Nullable Bond find(Experiment experiment, BiFunction<Bonds, UUID, Optional<Bond>> question) {
		Origin origin = experiment.getOrigin();
		if (origin == null) {
			return null;
		}
		UUID id = origin.id();
		return this.bonds.orderedStream().flatMap((some) -> question.apply(some, id).stream()).findFirst().orElse(null);
	}

}
