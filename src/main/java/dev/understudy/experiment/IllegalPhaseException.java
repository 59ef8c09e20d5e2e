package dev.understudy.experiment;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something was asked of an experiment that is not possible in the phase it is in.
 */
public class IllegalPhaseException extends RuntimeException {

	private final Phase phase;

	private final @Nullable UUID operationId;

	private final @Nullable Hindrance hindrance;

	IllegalPhaseException(Phase phase, String wanted) {
		this(phase, wanted, (UUID) null);
	}

	IllegalPhaseException(Phase phase, String wanted, @Nullable UUID operationId) {
		super("The experiment is %s: %s".formatted(phase.id(), wanted));
		this.phase = phase;
		this.operationId = operationId;
		this.hindrance = null;
	}

	IllegalPhaseException(Phase phase, @Nullable String status, Hindrance hindrance) {
		super("The experiment is %s%s: %s".formatted(phase.id(),
				(phase == Phase.LIVE && status != null) ? " and %s in SageMaker".formatted(status) : "",
				hindrance.words()));
		this.phase = phase;
		this.operationId = null;
		this.hindrance = hindrance;
	}

	/**
	 * The phase that stands in the way.
	 * @return the experiment's phase
	 */
	public Phase phase() {
		return this.phase;
	}

	/**
	 * The unfinished operation that stands in the way.
	 * @return its id, or null if it is not an operation that does
	 */
	public @Nullable UUID operationId() {
		return this.operationId;
	}

	/**
	 * What forbids a change of what SageMaker has.
	 * @return null if it was something else that was asked for
	 */
	public @Nullable Hindrance hindrance() {
		return this.hindrance;
	}

}
