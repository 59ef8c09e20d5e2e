package dev.understudy.tracking;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.understudy.sagemaker.SageMakerRefusal;

/**
 * Tells one experiment that SageMaker does not answer for, which must not hide the
 * others, from a SageMaker that answers for none.
 */
final class Patience {

	private static final Logger logger = LoggerFactory.getLogger(Patience.class);

	private static final int IN_A_ROW = 3;

	private int failures;

	/**
	 * Takes a look.
	 * @throws SageMakerRefusal if going on is of no use
	 */
	void look(Runnable look) {
		try {
			look.run();
			this.failures = 0;
		}
		catch (SageMakerRefusal refusal) {
			switch (refusal.kind()) {
				case UNAVAILABLE, NO_ANSWER -> this.failures++;
				default -> throw refusal;
			}
			if (this.failures == IN_A_ROW) {
				throw refusal;
			}
			logger.warn("SageMaker does not answer for one experiment: {}", refusal.getMessage());
		}
	}

}
