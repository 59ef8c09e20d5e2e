package dev.understudy.catalog;

import dev.understudy.experiment.Phase;

/**
 * Only drafts are checked against the account: what was submitted is there itself.
 */
public class NotADraftException extends RuntimeException {

	private final Phase phase;

	NotADraftException(Phase phase) {
		super("The experiment is %s: only a draft is checked against the account".formatted(phase.id()));
		this.phase = phase;
	}

	/**
	 * What it is instead.
	 * @return its phase
	 */
	public Phase phase() {
		return this.phase;
	}

}
