package dev.understudy.delivery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Which shadow test a change is about. The name alone does not tell: it may have been
 * deleted and taken by another one since, and the ARN is only the name again.
 *
 * @param arn its ARN as SageMaker gave it
 * @param createdAt when SageMaker says it was created, as first seen; absent until then
 * @param ownerTag the tag value that our Create gave it; absent for one made elsewhere
 */
public record Subject(String arn, @Nullable Instant createdAt, @Nullable String ownerTag) {

	public Subject {
		if (createdAt == null && ownerTag == null) {
			throw new IllegalArgumentException("Neither a time of creation nor a tag tells which %s".formatted(arn));
		}
	}

}
