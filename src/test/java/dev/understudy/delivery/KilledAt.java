package dev.understudy.delivery;

/**
 * Where a process is killed on its way.
 */
enum KilledAt {

	/** The claim is committed, nobody has looked. */
	CLAIMED,

	/** SageMaker was looked at, nothing was decided. */
	OBSERVED,

	/** The intent is committed, the request does not exist yet. */
	INTENDED,

	/** The request is signed, no byte has left. */
	SIGNED,

	/** SageMaker has acted, its answer is not written down. */
	ANSWERED,

	/** The end is written, and not committed. */
	ENDING,

	/** The end is committed, the job still stands. */
	ENDED,

	/** Never: this one finishes what the others left. */
	NEVER;

	private static final int LIKE_KILL_9 = 137;

	void reached(KilledAt step) {
		if (this == step) {
			Runtime.getRuntime().halt(LIKE_KILL_9);
		}
	}

}
