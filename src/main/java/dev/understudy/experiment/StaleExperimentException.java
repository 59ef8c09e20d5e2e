package dev.understudy.experiment;

/** Somebody acts on an experiment that has changed since they looked at it. */
public class StaleExperimentException extends RuntimeException {

	StaleExperimentException(long expected, long current) {
		super("The experiment was looked at in version %d; it is in version %d now".formatted(expected, current));
	}

}
