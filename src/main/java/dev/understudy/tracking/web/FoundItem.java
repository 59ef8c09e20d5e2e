package dev.understudy.tracking.web;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.understudy.tracking.Found;
import dev.understudy.tracking.Owner;

/**
 * A found experiment for programs.
 *
 * @param id what adopting it is asked for by
 * @param target name of the target it stands in
 * @param name its name
 * @param arn its ARN
 * @param status SageMaker's status as it was seen last
 * @param endpoint the endpoint whose traffic it copies
 * @param owner whose it is
 * @param operationId the operation of this installation that made an orphan
 * @param createdAt when SageMaker created it
 * @param firstSeen when it was found
 * @param lastSeen when it was seen last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FoundItem(UUID id, String target, String name, String arn, String status, @Nullable String endpoint,
		@Schema(type = "string", allowableValues = {
				"foreign", "other-installation", "orphan" }) Owner owner,
		@Nullable UUID operationId, @Nullable Instant createdAt, Instant firstSeen, Instant lastSeen){

	static FoundItem of(Found found) {
		return new FoundItem(found.id(), found.target(), found.name(), found.arn(), found.status(), found.endpoint(),
				found.owner(), found.operationId(), found.creationTime(), found.firstSeen(), found.lastSeen());
	}

}
