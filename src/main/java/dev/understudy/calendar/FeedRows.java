package dev.understudy.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of feeds: one for each user at most. */
@Repository
class FeedRows {

	private final JdbcClient jdbc;

	FeedRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Puts a feed in place of the owner's former one, if any. */
	void put(String owner, byte[] hash, Instant now) {
		this.jdbc.sql("""
				insert into calendar_feed (owner, hash, created_at) values (:owner, :hash, :now)
				on conflict (owner) do update set hash = excluded.hash, created_at = excluded.created_at,
				    last_used_at = null""").param("owner", owner).param("hash", hash).param("now", sql(now)).update();
	}

	boolean remove(String owner) {
		return this.jdbc.sql("delete from calendar_feed where owner = :owner").param("owner", owner).update() == 1;
	}

	Optional<Feed> of(String owner) {
		return this.jdbc.sql("select owner, created_at, last_used_at from calendar_feed where owner = :owner")
			.param("owner", owner)
			.query(FeedRows::feed)
			.optional();
	}

	Optional<Feed> find(byte[] hash) {
		return this.jdbc.sql("select owner, created_at, last_used_at from calendar_feed where hash = :hash")
			.param("hash", hash)
			.query(FeedRows::feed)
			.optional();
	}

	void used(byte[] hash, Instant now) {
		this.jdbc.sql("update calendar_feed set last_used_at = :now where hash = :hash")
			.param("hash", hash)
			.param("now", sql(now))
			.update();
	}

	private static OffsetDateTime sql(Instant time) {
		return time.atOffset(ZoneOffset.UTC);
	}

	private static Feed feed(ResultSet row, int number) throws SQLException {
		OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
		return new Feed(row.getString("owner"), row.getObject("created_at", OffsetDateTime.class).toInstant(),
				(used != null) ? used.toInstant() : null);
	}

}
