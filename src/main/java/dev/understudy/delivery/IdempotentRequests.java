package dev.understudy.delivery;

import java.net.URI;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.understudy.database.DatabaseClock;

/**
 * Makes it safe to try a request again: work done under a key is done once, and whoever
 * asks again gets the answer of the first time. A request that was refused did nothing
 * and leaves nothing behind, so its key may be used again.
 */
@Service
public class IdempotentRequests {

	/** Tells that an answer is not the first of its kind. */
	public static final String REPLAYED = "Idempotent-Replayed";

	private static final String PATIENCE = "2s";

	private static final String LOCK_NOT_AVAILABLE = "55P03";

	private final JdbcClient jdbc;

	private final DatabaseClock clock;

	private final JsonMapper json;

	IdempotentRequests(JdbcClient jdbc, DatabaseClock clock, JsonMapper json) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.json = json;
	}

	/**
	 * Does some work, or gives the answer it had. Key, work and answer are one
	 * transaction.
	 * @param key what makes the request the same as one before
	 * @param work what to do the first time, within the transaction; its answer has a
	 * body that can be written as JSON
	 * @return the answer, with {@link #REPLAYED} if it is not the first
	 * @throws IdempotencyKeyReusedException if the key came with another body before
	 * @throws IdempotencyInProgressException if the first request is still running
	 */
	@Transactional
	public ResponseEntity<JsonNode> answer(IdempotencyKey key, Supplier<? extends ResponseEntity<?>> work) {
		if (!take(key)) {
			return replay(key);
		}
		ResponseEntity<?> answer = work.get();
		JsonNode body = this.json.valueToTree(Objects.requireNonNull(answer.getBody()));
		URI location = answer.getHeaders().getLocation();
		keep(key, answer.getStatusCode().value(), location, body);
		return response(answer.getStatusCode().value(), location).body(body);
	}

	/**
	 * Whether a request has been answered, so that nothing new is done for it.
	 * @param key what makes the request the same as one before
	 * @return true if there is an answer to give again
	 */
	public boolean knows(IdempotencyKey key) {
		return this.jdbc.sql("select exists (select from idempotent_request where scope = :scope and key = :key)")
			.param("scope", key.scope())
			.param("key", key.key())
			.query(Boolean.class)
			.single();
	}

	// Waits here for a first request that is still running: its row is in nobody's sight
	// yet.
	private boolean take(IdempotencyKey key) {
		this.jdbc.sql("set local lock_timeout = '%s'".formatted(PATIENCE)).update();
		try {
			boolean taken = this.jdbc.sql("""
					insert into idempotent_request (scope, key, sha256, created_at) values (:scope, :key, :sha256, :now)
					on conflict do nothing""")
				.param("scope", key.scope())
				.param("key", key.key())
				.param("sha256", key.sha256())
				.param("now", OperationRows.column(this.clock.now()))
				.update() == 1;
			// The work may wait for its own locks for as long as it likes.
			this.jdbc.sql("set local lock_timeout to default").update();
			return taken;
		}
		catch (DataAccessException ex) {
			if (ex.getRootCause() instanceof SQLException cause && LOCK_NOT_AVAILABLE.equals(cause.getSQLState())) {
				throw new IdempotencyInProgressException(ex);
			}
			throw ex;
		}
	}

	private void keep(IdempotencyKey key, int status, @Nullable URI location, JsonNode body) {
		this.jdbc.sql("""
				update idempotent_request set status = :status, location = :location, body = :body
				where scope = :scope and key = :key""")
			.param("status", status)
			.param("location", (location != null) ? location.toString() : null)
			.param("body", body.toString())
			.param("scope", key.scope())
			.param("key", key.key())
			.update();
	}

	private ResponseEntity<JsonNode> replay(IdempotencyKey key) {
		Stored first = this.jdbc
			.sql("select sha256, status, location, body from idempotent_request where scope = :scope and key = :key")
			.param("scope", key.scope())
			.param("key", key.key())
			.query(Stored.class)
			.single();
		if (!first.sha256().equals(key.sha256())) {
			throw new IdempotencyKeyReusedException();
		}
		URI location = Optional.ofNullable(first.location()).map(URI::create).orElse(null);
		return response(first.status(), location).header(REPLAYED, "true").body(this.json.readTree(first.body()));
	}

	private static ResponseEntity.BodyBuilder response(int status, @Nullable URI location) {
		ResponseEntity.BodyBuilder response = ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
		return (location != null) ? response.location(location) : response;
	}

	private record Stored(String sha256, int status, @Nullable String location, String body) {

	}

}
