package dev.understudy.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Draft;

/**
 * An experiment that stands in SageMaker and is not under management here, as it was seen
 * last.
 *
 * @param id its id here, a UUIDv7
 * @param target name of the target it stands in
 * @param name its name
 * @param arn its ARN as SageMaker gave it
 * @param status the raw text of its status
 * @param creationTime when SageMaker created it
 * @param lastModifiedTime when SageMaker changed it last
 * @param endpoint the endpoint whose traffic it copies
 * @param schedule when it starts and ends; null if no description has told
 * @param owner whose it is
 * @param ownerTag the value of the tag that says which operation made it
 * @param operationId the operation that made an orphan, known here or not
 * @param firstSeen when it was found
 * @param lastSeen when it was seen last
 * @param goneAt when SageMaker was found not to know it any more
 * @param experimentId the experiment it is managed as by now
 */
public record Found(UUID id, String target, String name, String arn, String status, @Nullable Instant creationTime,
		@Nullable Instant lastModifiedTime, @Nullable String endpoint, @Nullable Schedule schedule, Owner owner,
		@Nullable String ownerTag, @Nullable UUID operationId, Instant firstSeen, Instant lastSeen,
		@Nullable Instant goneAt, @Nullable UUID experimentId) {

	/**
	 * Whether it can be stopped right now.
	 * @return true while it runs
	 */
	public boolean isRunning() {
		return "Running".equals(this.status);
	}

	/**
	 * When it starts or started.
	 * @return null if that was not seen
	 */
	public @Nullable Instant start() {
		return (this.schedule != null) ? this.schedule.start() : null;
	}

	/**
	 * When it is to end.
	 * @return null if that was not seen
	 */
	public @Nullable Instant end() {
		return (this.schedule != null) ? this.schedule.end() : null;
	}

	static Found of(ResultSet row, int index) throws SQLException {
		return new Found(row.getObject("id", UUID.class), row.getString("target"), row.getString("name"),
				row.getString("arn"), row.getString("status"), timeOrNull(row, "creation_time"),
				timeOrNull(row, "last_modified_time"), row.getString("endpoint"),
				row.getBoolean("schedule_seen")
						? new Schedule(timeOrNull(row, "start_time"), timeOrNull(row, "end_time")) : null,
				Owner.of(row.getString("owner")), row.getString("owner_tag"), row.getObject("operation_id", UUID.class),
				time(row, "first_seen"), time(row, "last_seen"), timeOrNull(row, "gone_at"),
				row.getObject("experiment_id", UUID.class));
	}

	static Instant time(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNull(timeOrNull(row, column), column);
	}

	static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	/**
	 * When an experiment starts and ends, as its description says.
	 *
	 * @param start null if it does not say
	 * @param end null if it does not say
	 */
	public record Schedule(@Nullable Instant start, @Nullable Instant end) {

		static Schedule of(Draft definition) {
			return new Schedule(definition.startTime().orElse(null), definition.endTime().orElse(null));
		}

	}

}
