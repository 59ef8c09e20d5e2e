package dev.understudy.experiment;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

import dev.understudy.actor.Actor;
import dev.understudy.delivery.OperationType;
import dev.understudy.experiment.ExperimentEvent.What;

/**
 * The side of an experiment that people change once SageMaker has it: what is on its way
 * there, and how they decided in the end. A change that fails leaves everything as it is.
 */
@MappedSuperclass
abstract class ChangingExperiment extends SightedExperiment {

	@Embedded
	private @Nullable Pending pending;

	@Embedded
	private @Nullable FailedChange failedChange;

	@Embedded
	private @Nullable Stopped stopped;

	protected ChangingExperiment() {
	}

	ChangingExperiment(Revision first, String target, String owner, @Nullable String ownerTag) {
		super(first, target, owner, ownerTag);
	}

	/**
	 * Takes note that a change was given to delivery. It takes the place of one that it
	 * overtakes.
	 */
	void pend(UUID operation, OperationType type, Instant now) {
		this.pending = new Pending(operation, type);
		this.failedChange = null;
		touch(now);
	}

	/**
	 * Takes note that a change has ended, however it did. One that was overtaken ends
	 * later than the one that stands here.
	 * @return whether it is the one that stands here
	 */
	boolean settle(UUID operation, Instant now) {
		boolean current = this.pending != null && this.pending.operationId().equals(operation);
		if (current) {
			this.pending = null;
			touch(now);
		}
		return current;
	}

	/** Takes note that a change came to nothing. */
	void fail(FailedChange change) {
		this.failedChange = change;
	}

	/** Takes note that a person knows. */
	ExperimentEvent noteFailure(UUID operation, Actor by, Instant now) {
		FailedChange failed = this.failedChange;
		if (failed == null || !failed.operationId().equals(operation)) {
			throw new IllegalPhaseException(getPhase(),
					"operation %s is not the last that failed, or somebody has taken note".formatted(operation));
		}
		this.failedChange = null;
		touch(now);
		return event(What.FAILURE_NOTED, by,
				Changes.facts("operation", failed.operationId(), "type", failed.type().id()), null, null, null);
	}

	ExperimentEvent started(Actor by, @Nullable String awsRequestId) {
		return event(What.STARTED, by, null, null, null, awsRequestId);
	}

	ExperimentEvent stopped(Stopped how, Actor by, @Nullable String awsRequestId) {
		this.stopped = how;
		return event(What.STOPPED, by, null, Changes.facts("action", how.action().id(), "by", how.by()), how.reason(),
				awsRequestId);
	}

	public abstract Phase getPhase();

	/**
	 * The change that is on its way to SageMaker.
	 */
	public @Nullable Pending getPending() {
		return this.pending;
	}

	/**
	 * The last change, if it came to nothing and nobody has taken note.
	 */
	public @Nullable FailedChange getFailedChange() {
		return this.failedChange;
	}

	/**
	 * How a person decided when it was stopped.
	 * @return null unless it was stopped through us
	 */
	public @Nullable Stopped getStopped() {
		return this.stopped;
	}

}
