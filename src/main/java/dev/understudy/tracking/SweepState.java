package dev.understudy.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How the last search of a target went.
 *
 * @param target the target's name
 * @param triedAt when it was searched last
 * @param sweptAt when a search came to its end last; null if none ever did
 * @param unread how many experiments could not be looked at yet, or not be read
 * @param problem why not everything could be read, in words; null if it could
 */
public record SweepState(String target, Instant triedAt, @Nullable Instant sweptAt, int unread,
		@Nullable String problem) {

	static SweepState of(ResultSet row, int index) throws SQLException {
		return new SweepState(row.getString("target"), Found.time(row, "tried_at"), Found.timeOrNull(row, "swept_at"),
				row.getInt("unread"), row.getString("problem"));
	}

}
