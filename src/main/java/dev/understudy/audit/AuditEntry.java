package dev.understudy.audit;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One line of the trail, as it was written.
 *
 * @param id UUIDv7
 * @param at when, by the database's clock at the start of the transaction
 * @param actorKind user, token or system
 * @param actorName user name, "owner/token name" or part of the system
 * @param action noun, dot, verb in the past
 * @param experimentId the experiment it was done to
 * @param target what it was done to, in words
 * @param before JSON text of how it was
 * @param after JSON text of how it is
 * @param reason why, in the actor's words
 * @param requestId id of the request that did it
 * @param awsRequestId request id of AWS's answer that this reports
 * @param address network address the request came from
 */
public record AuditEntry(UUID id, Instant at, String actorKind, String actorName, String action,
		@Nullable UUID experimentId, @Nullable String target, @Nullable String before, @Nullable String after,
		@Nullable String reason, String requestId, @Nullable String awsRequestId, @Nullable String address) {

}
