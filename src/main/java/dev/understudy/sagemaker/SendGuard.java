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
	Optional<Objection> objection(Instant signedAt);

	/**
	 * Why a request must not leave.
	 *
	 * @param code stable code, kebab case
	 * @param words the reason and the remedy, in words
	 */
	record Objection(String code, String words) {

	}

}
