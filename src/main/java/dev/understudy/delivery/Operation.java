package dev.understudy.delivery;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One change that is carried to SageMaker. What it carries is frozen when it is asked
 * for.
 *
 * @param id its id, a UUIDv7
 * @param experimentId the experiment it belongs to
 * @param type what it changes
 * @param state how far it got
 * @param target name of the target
 * @param account AWS account it goes to
 * @param region AWS region it goes to
 * @param name the name SageMaker knows, or will know, the shadow test by
 * @param payload the frozen document, canonical JSON
 * @param sha256 SHA-256 of the payload
 * @param installation the installation that asked, part of the tag that proves ownership
 * @param askedBy name of the one who asked
 * @param cancelAsked whether somebody wants it undone
 * @param arn the ARN SageMaker gave, once confirmed
 * @param orphanArn the ARN of what stands in SageMaker although the operation had ended
 * otherwise
 * @param waitingFor what an unfinished one waits for
 * @param error why it ended without success
 * @param subject which shadow test it is about; absent for a Create, which makes one
 * @param createdAt when it was asked for
 * @param notAfter when it is too late to send anything
 * @param endedAt when it ended
 */
public record Operation(UUID id, UUID experimentId, OperationType type, OperationState state, String target,
		String account, String region, String name, String payload, String sha256, UUID installation, String askedBy,
		boolean cancelAsked, @Nullable String arn, @Nullable String orphanArn, @Nullable WaitingFor waitingFor,
		@Nullable OperationError error, @Nullable Subject subject, Instant createdAt, Instant notAfter,
		@Nullable Instant endedAt) {

	/** The tag that proves whose a shadow test is. */
	public static final String OWNER_TAG = "understudy:operation";

	/** The tag that tells what it was made from. */
	public static final String HASH_TAG = "understudy:definition-sha256";

	/**
	 * The only proof that a shadow test was made by this operation.
	 * @return the value of the tag {@link #OWNER_TAG}
	 */
	public String ownerTag() {
		return "%s/%s".formatted(this.installation, this.id);
	}

	/**
	 * Whether it may still be cancelled.
	 * @return true while it is unfinished and nobody asked for it
	 */
	public boolean isCancellable() {
		return !this.state.isFinal() && !this.cancelAsked;
	}

}
