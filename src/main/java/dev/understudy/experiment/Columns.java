package dev.understudy.experiment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.understudy.delivery.OperationType;

/**
 * Reads what JDBC has no getter for.
 */
final class Columns {

	private Columns() {
	}

	static Instant time(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNull(timeOrNull(row, column), column);
	}

	static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	static <E extends Enum<E>> @Nullable E enumOrNull(ResultSet row, String column, Class<E> type) throws SQLException {
		String name = row.getString(column);
		return (name != null) ? Enum.valueOf(type, name) : null;
	}

	static @Nullable Pending pendingOrNull(ResultSet row) throws SQLException {
		OperationType type = enumOrNull(row, "change_type", OperationType.class);
		return (type != null) ? new Pending(row.getObject("change_id", UUID.class), type) : null;
	}

	static @Nullable FailedChange failedChangeOrNull(ResultSet row) throws SQLException {
		OperationType type = enumOrNull(row, "failed_change_type", OperationType.class);
		return (type != null) ? new FailedChange(row.getObject("failed_change_id", UUID.class), type,
				row.getString("failed_change_by")) : null;
	}

}
