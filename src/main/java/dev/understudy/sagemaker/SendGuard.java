package dev.understudy.sagemaker;

import java.time.Instant;
import java.util.Optional;

/**
 * Has the last word before a request leaves: it is asked after signing.
 */
@FunctionalInterface
public interface SendGuard {

	/**
	 * Inspects a request that is about to be sent.
	 * @param signedAt the date that was signed into it
	 * @return why it must not leave; empty to let it go
	 */
	Optional<String> objection(Instant signedAt);

}
