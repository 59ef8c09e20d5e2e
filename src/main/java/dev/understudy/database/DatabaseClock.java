package dev.understudy.database;

import java.time.Instant;
import java.time.OffsetDateTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The database's own clock: the one clock all replicas share. Whatever decides about
 * sending something to AWS reads this one, never a machine's.
 */
@Component
public class DatabaseClock {

	private final JdbcClient jdbc;

	DatabaseClock(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The time at the database right now, not at the start of the transaction.
	 * @return a time with microseconds
	 */
	public Instant now() {
		return this.jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
	}

}
