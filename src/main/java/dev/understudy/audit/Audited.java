package dev.understudy.audit;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.understudy.actor.Actor;

/**
 * An event that belongs into the audit trail. Publish it inside the transaction that
 * makes the change: the entry is written in the same one, and without a transaction
 * publishing fails. No entry, no change.
 */
public interface Audited {

	/**
	 * Who did it.
	 * @return the user, the token or the part of the system
	 */
	Actor actor();

	/**
	 * What was done: a noun, a dot and a verb in the past, such as
	 * <code>experiment.revised</code>.
	 * @return lower case, at most 100 characters
	 */
	String action();

	/**
	 * The experiment it was done to.
	 * @return its id, or null if it was something else
	 */
	default @Nullable UUID experimentId() {
		return null;
	}

	/**
	 * What it was done to, in words a person recognises: a target, a user, a token.
	 * @return a name, or null if the experiment says it all
	 */
	default @Nullable String target() {
		return null;
	}

	/**
	 * How it was before.
	 * @return JSON text, or null if there was nothing before
	 */
	default @Nullable String before() {
		return null;
	}

	/**
	 * How it is now.
	 * @return JSON text, or null if there is nothing any more
	 */
	default @Nullable String after() {
		return null;
	}

	/**
	 * Why, in the words of the one who did it.
	 * @return a reason, or null if none was given
	 */
	default @Nullable String reason() {
		return null;
	}

	/**
	 * The request id of AWS's answer that this reports.
	 * @return the id, or null if AWS was not asked
	 */
	default @Nullable String awsRequestId() {
		return null;
	}

}
