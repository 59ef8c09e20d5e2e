package dev.understudy.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A way to narrow the list of experiments down that a person keeps for themselves.
 *
 * @param id its id
 * @param name what they call it, 1 to {@link #LONGEST} characters
 * @param query the query of the list's address
 */
public record SavedFilter(UUID id, String name, String query) {

	/** Characters of the longest name. */
	public static final int LONGEST = 60;

	/** Most filters of one person. */
	public static final int MOST = 30;

	static SavedFilter of(ResultSet row, int index) throws SQLException {
		return new SavedFilter(row.getObject("id", UUID.class), row.getString("name"), row.getString("query"));
	}

}
