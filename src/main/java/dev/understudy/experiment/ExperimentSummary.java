package dev.understudy.experiment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An experiment as lists show it.
 *
 * @param id our own id
 * @param name the name as typed
 * @param target the target's name
 * @param owner who began it
 * @param phase where it stands in our lifecycle
 * @param revision the latest revision's number
 * @param sha256 hash of that revision's canonical form
 * @param setback what became of the last attempt to create it, when it failed
 * @param operationId the Create operation it was last submitted with
 * @param arn the ARN once it is live
 * @param status SageMaker's status as returned
 * @param statusReason SageMaker's reason for it
 * @param observedAt when SageMaker first said so
 * @param endpoint the endpoint's name
 * @param productionVariant the variant that answers
 * @param shadowVariant the variant that gets the copies
 * @param sampling percent of requests that are copied
 * @param startTime when it starts or started
 * @param endTime when it is to end
 * @param pending the change that is on its way to SageMaker
 * @param failedChange the last change, if it came to nothing and nobody has taken note
 * @param drifted whether somebody changed it in SageMaker, and nobody took note yet
 * @param ending how it ended
 * @param endedAt when it ended
 * @param labels what people here sort it by
 * @param version version of its row, which changes whenever anything of it does
 * @param createdAt when it was begun
 * @param updatedAt when anything of it changed
 */
public record ExperimentSummary(UUID id, @Nullable String name, String target, String owner, Phase phase, int revision,
		String sha256, Setback.@Nullable Kind setback, @Nullable UUID operationId, @Nullable String arn,
		@Nullable String status, @Nullable String statusReason, @Nullable Instant observedAt, @Nullable String endpoint,
		@Nullable String productionVariant, @Nullable String shadowVariant, @Nullable Integer sampling,
		@Nullable Instant startTime, @Nullable Instant endTime, @Nullable Pending pending,
		@Nullable FailedChange failedChange, boolean drifted, @Nullable Ending ending, @Nullable Instant endedAt,
		List<String> labels, long version, Instant createdAt, Instant updatedAt) {

	static final String COLUMNS = """
			id, name, target, owner, phase, revision, sha256, setback_kind, operation_id, arn, sagemaker_status,
			sagemaker_reason, observed_at, endpoint, production_variant, shadow_variant, sampling, start_time, end_time,
			change_id, change_type, failed_change_id, failed_change_type, failed_change_by, drifted, ending, ended_at, labels, version, created_at, updated_at""";

	static ExperimentSummary of(ResultSet row, int index) throws SQLException {
		return new ExperimentSummary(row.getObject("id", UUID.class), row.getString("name"), row.getString("target"),
				row.getString("owner"), Phase.valueOf(row.getString("phase")), row.getInt("revision"),
				row.getString("sha256"), Columns.enumOrNull(row, "setback_kind", Setback.Kind.class),
				row.getObject("operation_id", UUID.class), row.getString("arn"), row.getString("sagemaker_status"),
				row.getString("sagemaker_reason"), Columns.timeOrNull(row, "observed_at"), row.getString("endpoint"),
				row.getString("production_variant"), row.getString("shadow_variant"),
				row.getObject("sampling", Integer.class), Columns.timeOrNull(row, "start_time"),
				Columns.timeOrNull(row, "end_time"), Columns.pendingOrNull(row), Columns.failedChangeOrNull(row),
				row.getBoolean("drifted"), Columns.enumOrNull(row, "ending", Ending.class),
				Columns.timeOrNull(row, "ended_at"), List.of((String[]) row.getArray("labels").getArray()),
				row.getLong("version"), Columns.time(row, "created_at"), Columns.time(row, "updated_at"));
	}

	/**
	 * The unfinished operation: the Create of one being submitted, or the change that is
	 * on its way.
	 */
	@Nullable UUID unfinished() {
		if (this.pending != null) {
			return this.pending.operationId();
		}
		return (this.phase == Phase.SUBMITTING && this.setback == null) ? this.operationId : null;
	}

}
