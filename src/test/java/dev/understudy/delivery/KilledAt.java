package dev.understudy.delivery;

import org.jspecify.annotations.Nullable;

import dev.understudy.reliability.FaultPoint;
import dev.understudy.sagemaker.ChangeRequest;

/**
 * Where a process is killed on its way.
 */
enum KilledAt {

	/** The claim is committed, nobody has looked. */
	CLAIMED(FaultPoint.CLAIM),

	/** SageMaker was looked at, nothing was decided. */
	OBSERVED(FaultPoint.OBSERVE),

	/** Something was found, and its tags are read. */
	FOUND(FaultPoint.TAGS),

	/** The intent is committed, the request does not exist yet. */
	INTENDED(FaultPoint.INTENT),

	/** The request is signed, no byte has left. */
	SIGNED(FaultPoint.SEND),

	/** SageMaker has acted, its answer is not written down. */
	ANSWERED(FaultPoint.RESPONSE),

	/** The end is audited, and not committed. */
	AUDITED(FaultPoint.AUDIT),

	/** The end is written, and not committed. */
	ENDING(FaultPoint.CONFIRM),

	/** The end is committed, the job still stands. */
	ENDED(null),

	/** The intent to update is committed, the request does not exist yet. */
	UPDATING(null),

	/** SageMaker has stopped it, its answer is not written down. */
	STOPPED(FaultPoint.STOP),

	/** SageMaker has updated it, its answer is not written down. */
	UPDATED(FaultPoint.UPDATE),

	/** SageMaker has deleted it, its answer is not written down. */
	DELETED(FaultPoint.DELETE),

	/** Never: this one finishes what the others left. */
	NEVER(null);

	private static final int LIKE_KILL_9 = 137;

	private final @Nullable FaultPoint point;

	KilledAt(@Nullable FaultPoint point) {
		this.point = point;
	}

	/** Before a request is sent, with the same steps whichever change it is about. */
	static KilledAt before(ChangeRequest request) {
		return (request instanceof ChangeRequest.Update) ? UPDATING : NEVER;
	}

	/** Which change a request is about. */
	static KilledAt of(ChangeRequest request) {
		return switch (request) {
			case ChangeRequest.Stop _ -> STOPPED;
			case ChangeRequest.Update _ -> UPDATED;
			case ChangeRequest.Delete _ -> DELETED;
			default -> NEVER;
		};
	}

	/** The point of the matrix that it stands for, if it does. */
	@Nullable FaultPoint point() {
		return this.point;
	}

	boolean isChange() {
		return this == UPDATING || this == STOPPED || this == UPDATED || this == DELETED;
	}

	void reached(KilledAt step) {
		if (this == step && step != NEVER) {
			Runtime.getRuntime().halt(LIKE_KILL_9);
		}
	}

}
