package dev.understudy.experiment;

/**
 * The same person has typed into another window since this one was opened.
 */
public class OtherWindowException extends RuntimeException {

	private final transient WorkingCopy other;

	OtherWindowException(WorkingCopy other) {
		super("Experiment %s was edited in another window at %s".formatted(other.experimentId(), other.savedAt()));
		this.other = other;
	}

	/**
	 * What was typed there.
	 * @return the working copy as stored
	 */
	public WorkingCopy other() {
		return this.other;
	}

}
