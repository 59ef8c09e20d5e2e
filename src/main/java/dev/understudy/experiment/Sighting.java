package dev.understudy.experiment;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What SageMaker said about an experiment at one moment (AWS API:
 * DescribeInferenceExperiment).
 *
 * @param observedAt when it said so
 * @param arn the ARN as returned
 * @param status the status as returned; an open set
 * @param statusReason why it has that status, where SageMaker says
 * @param creationTime when SageMaker created it; tells it from a later one of that name
 * @param startTime when it starts or started
 * @param endTime when it is to end
 * @param completionTime when it ended
 * @param lastModifiedTime when SageMaker last changed it
 * @param awsRequestId the request that was answered so
 * @param definition what it is, as described: a definition document in canonical form,
 * without tags; null where that was not kept
 */
@Embeddable
public record Sighting(@Column(name = "observed_at") Instant observedAt, @Column(name = "seen_arn") String arn,
		@Column(name = "sagemaker_status") String status,
		@Column(name = "sagemaker_reason") @Nullable String statusReason,
		@Column(name = "creation_time") @Nullable Instant creationTime,
		@Column(name = "seen_start_time") @Nullable Instant startTime,
		@Column(name = "seen_end_time") @Nullable Instant endTime,
		@Column(name = "completion_time") @Nullable Instant completionTime,
		@Column(name = "last_modified_time") @Nullable Instant lastModifiedTime,
		@Column(name = "seen_request_id") @Nullable String awsRequestId,
		@Column(name = "seen_definition") @Nullable String definition) {

	/**
	 * Whether this says anything that the other does not, leaving aside when and in which
	 * request it was said.
	 * @param other what was seen before, null for nothing
	 * @return true if something changed between the two
	 */
	public boolean differsFrom(@Nullable Sighting other) {
		return other == null || !facts().equals(other.facts());
	}

	/**
	 * How an experiment of this status has ended.
	 * @return the ending, or null while the status is not final
	 */
	@Nullable Ending ending() {
		return switch (this.status) {
			case "Completed" -> Ending.COMPLETED;
			case "Cancelled" -> Ending.CANCELLED;
			default -> null;
		};
	}

	/**
	 * Whether it is over or about to be, so that nobody can change it any more and what
	 * changes is part of its ending.
	 */
	boolean isEnding() {
		return "Stopping".equals(this.status) || ending() != null;
	}

	/** Whether its start has passed, so that nobody can move that any more. */
	boolean hasBegun() {
		return "Starting".equals(this.status) || "Running".equals(this.status);
	}

	/** The same with other members of its definition. */
	Sighting with(@Nullable String other) {
		return new Sighting(this.observedAt, this.arn, this.status, this.statusReason, this.creationTime,
				this.startTime, this.endTime, this.completionTime, this.lastModifiedTime, this.awsRequestId, other);
	}

	private Sighting facts() {
		return new Sighting(Instant.EPOCH, this.arn, this.status, this.statusReason, this.creationTime, this.startTime,
				this.endTime, this.completionTime, this.lastModifiedTime, null, this.definition);
	}

}
