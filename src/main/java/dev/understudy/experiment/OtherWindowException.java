package dev.understudy.experiment;

/**
 * The same person has typed into another window since this one was opened.
 */
public class OtherWindowException extends RuntimeException {

	OtherWindowException(WorkingCopy other) {
		super("Experiment %s was edited in another window at %s".formatted(other.experimentId(), other.savedAt()));
	}

}
