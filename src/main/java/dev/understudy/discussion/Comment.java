package dev.understudy.discussion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.understudy.actor.Actor;

/**
 * What somebody said about an experiment.
 *
 * @param id its id, a UUIDv7
 * @param experimentId the experiment
 * @param author who said it; a token with its name after a slash
 * @param text what they said, 1 to {@link #LONGEST} characters of plain text; null once
 * they took it back
 * @param at when
 * @param removedAt when they took it back
 */
public record Comment(UUID id, UUID experimentId, String author, @Nullable String text, Instant at,
		@Nullable Instant removedAt) {

	/** Characters of the longest comment. */
	public static final int LONGEST = 4000;

	static Comment of(ResultSet row, int index) throws SQLException {
		OffsetDateTime removed = row.getObject("removed_at", OffsetDateTime.class);
		return new Comment(row.getObject("id", UUID.class), row.getObject("experiment_id", UUID.class),
				row.getString("author"), row.getString("text"),
				row.getObject("written_at", OffsetDateTime.class).toInstant(),
				(removed != null) ? removed.toInstant() : null);
	}

	/**
	 * Whether somebody may take it back: who wrote it, also with a token of theirs.
	 * @param actor who wants to
	 * @return true if it is theirs
	 */
	public boolean isBy(Actor actor) {
		return user(this.author).equals(user(actor.name()));
	}

	private static String user(String name) {
		return name.split("/", 2)[0];
	}

}
