package dev.understudy.sagemaker;

import java.time.Instant;
import java.util.Set;

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

	/** Waits for its start. */
	public static final String CREATED = "Created";

	/** Copies requests. */
	public static final String RUNNING = "Running";

	/** Is being stopped. */
	public static final String STOPPING = "Stopping";

	private static final Set<String> IN_TRANSITION = Set.of("Creating", "Starting", "Updating", STOPPING);

	private static final Set<String> OVER = Set.of("Completed", "Cancelled");

	public ShadowTest {
		definition = definition.deepCopy();
	}

	/**
	 * Whether it is on its way to another status by itself.
	 * @return true for Creating, Starting, Updating and Stopping
	 */
	public boolean isInTransition() {
		return IN_TRANSITION.contains(this.status);
	}

	/**
	 * Whether it is over for good.
	 * @return true for Completed and Cancelled
	 */
	public boolean isOver() {
		return OVER.contains(this.status);
	}

	@Override
	public ObjectNode definition() {
		return this.definition.deepCopy();
	}

}
