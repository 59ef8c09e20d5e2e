package dev.understudy.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Reads operations and attempts from rows of the database.
 */
final class OperationRows {

	private OperationRows() {
	}

	static Operation operation(ResultSet row, int index) throws SQLException {
		return new Operation(row.getObject("id", UUID.class), row.getObject("experiment_id", UUID.class),
				OperationType.of(row.getString("type")), OperationState.of(row.getString("state")),
				row.getString("target"), row.getString("account"), row.getString("region"), row.getString("name"),
				row.getString("payload"), row.getString("sha256"), row.getObject("installation", UUID.class),
				row.getString("asked_by"), row.getBoolean("cancel"), row.getString("arn"), row.getString("orphan_arn"),
				waitingFor(row), error(row), subject(row), time(row, "created_at"), time(row, "not_after"),
				timeOrNull(row, "ended_at"));
	}

	static ClaimedRow claimed(ResultSet row, int index) throws SQLException {
		String choice = row.getString("choice");
		return new ClaimedRow(operation(row, index), row.getLong("fence"), (choice != null) ? Choice.of(choice) : null,
				row.getLong("backoff_millis"), timeOrNull(row, "missing_since"));
	}

	static Attempt attempt(ResultSet row, int index) throws SQLException {
		String answer = row.getString("answer");
		return new Attempt(row.getInt("n"), row.getString("call"), row.getString("seen"), time(row, "sent_at"),
				(answer == null) ? null : new Answer(Answer.Kind.of(answer), time(row, "answered_at"),
						row.getString("code"), row.getString("message"), row.getString("aws_request_id")));
	}

	static OffsetDateTime column(Instant time) {
		return time.atOffset(ZoneOffset.UTC);
	}

	static @Nullable WaitingFor waitingFor(ResultSet row) throws SQLException {
		String kind = row.getString("waiting_kind");
		return (kind == null) ? null : new WaitingFor(WaitingFor.Kind.of(kind), row.getString("waiting_message"),
				row.getBoolean("waiting_choice"));
	}

	private static @Nullable OperationError error(ResultSet row) throws SQLException {
		String code = row.getString("error_code");
		return (code == null) ? null
				: new OperationError(code, row.getString("error_message"), row.getString("error_request_id"),
						row.getString("error_pointer"), Differences.read(row.getString("error_difference")));
	}

	private static @Nullable Subject subject(ResultSet row) throws SQLException {
		String arn = row.getString("subject_arn");
		return (arn == null) ? null
				: new Subject(arn, timeOrNull(row, "subject_created_at"), row.getString("subject_owner_tag"));
	}

	static Look look(ResultSet row, int index) throws SQLException {
		return new Look(time(row, "first_at"), time(row, "last_at"), row.getInt("times"), row.getString("seen"),
				row.getString("decided"), row.getString("aws_request_id"), Duration.ofMillis(row.getLong("millis")));
	}

	private static Instant time(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time == null) ? null : time.toInstant();
	}

	/**
	 * A row as a worker sees it.
	 *
	 * @param operation the operation
	 * @param fence how often it was claimed
	 * @param choice what a person said about what stands in SageMaker
	 * @param backoffMillis how long the last wait was
	 * @param missingSince since when it was not found, while it is not
	 */
	record ClaimedRow(Operation operation, long fence, @Nullable Choice choice, long backoffMillis,
			@Nullable Instant missingSince) {

	}

}
