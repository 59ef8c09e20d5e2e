package dev.understudy.experiment;

import java.util.UUID;

/**
 * There is no experiment, or no revision of it, by that id.
 */
public class UnknownExperimentException extends RuntimeException {

	UnknownExperimentException(UUID id) {
		super("There is no experiment " + id);
	}

	UnknownExperimentException(UUID id, int revision) {
		super("Experiment %s has no revision %d".formatted(id, revision));
	}

}
