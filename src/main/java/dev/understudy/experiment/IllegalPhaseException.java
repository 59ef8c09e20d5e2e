package dev.understudy.experiment;

/**
 * Something was asked of an experiment that is not possible in the phase it is in.
 */
public class IllegalPhaseException extends RuntimeException {

	private final Phase phase;

	IllegalPhaseException(Phase phase, String wanted) {
		super("The experiment is %s: %s".formatted(phase.id(), wanted));
		this.phase = phase;
	}

	/**
	 * The phase that stands in the way.
	 * @return the experiment's phase
	 */
	public Phase phase() {
		return this.phase;
	}

}
