package dev.understudy.catalog;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import dev.understudy.delivery.ClosedGate;

/**
 * Keeps what the last preflight of each submission came to.
 */
@Repository
class PreflightStore {

	private final JdbcClient jdbc;

	PreflightStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps one in place of the one before.
	 * @param sha256 hash of the definition that was checked
	 * @param at when
	 * @param closed what holds back what was checked, if anything does
	 */
	void keep(UUID experimentId, String sha256, Instant at, @Nullable ClosedGate closed) {
		this.jdbc.sql("""
				insert into preflight (experiment_id, sha256, ran_at, closed_code, closed_message)
				values (:experiment, :sha256, :at, :code, :message)
				on conflict (experiment_id) do update set sha256 = excluded.sha256, ran_at = excluded.ran_at,
				    closed_code = excluded.closed_code, closed_message = excluded.closed_message""")
			.param("experiment", experimentId)
			.param("sha256", sha256)
			.param("at", CatalogStore.column(at))
			.param("code", (closed != null) ? closed.code() : null)
			.param("message", (closed != null) ? closed.message() : null)
			.update();
	}

	/** When a definition was checked last; empty if it never was. */
	Optional<Instant> ranAt(UUID experimentId, String sha256) {
		return this.jdbc.sql("select ran_at from preflight where experiment_id = :experiment and sha256 = :sha256")
			.param("experiment", experimentId)
			.param("sha256", sha256)
			.query((row, index) -> Optional.ofNullable(CatalogStore.time(row, "ran_at")))
			.optional()
			.flatMap((at) -> at);
	}

	/** What holds back a definition, as it was checked last. */
	Optional<ClosedGate> closed(UUID experimentId, String sha256) {
		return this.jdbc.sql("""
				select closed_code, closed_message from preflight
				where experiment_id = :experiment and sha256 = :sha256 and closed_code is not null""")
			.param("experiment", experimentId)
			.param("sha256", sha256)
			.query((row, index) -> new ClosedGate(row.getString("closed_code"), row.getString("closed_message"), false))
			.optional();
	}

}
