package dev.understudy.sagemaker;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A shadow test as SageMaker describes it.
 *
 * @param arn its ARN as SageMaker gave it
 * @param name its name
 * @param status the raw text of its status, which may be one nobody knows yet
 * @param statusReason why it has that status
 * @param creationTime when it was created
 * @param completionTime when it ended
 * @param lastModifiedTime when it changed last
 * @param definition what it is, in the form of a definition document; without tags, which
 * SageMaker tells elsewhere
 */
public record ShadowTest(String arn, String name, String status, @Nullable String statusReason,
		@Nullable Instant creationTime, @Nullable Instant completionTime, @Nullable Instant lastModifiedTime,
		ObjectNode definition) {

	public ShadowTest {
		definition = definition.deepCopy();
	}

	@Override
	public ObjectNode definition() {
		return this.definition.deepCopy();
	}

}
