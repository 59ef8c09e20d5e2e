package dev.understudy.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.target.Target;

/**
 * Keeps the keys and buckets that were read, so that replicas and restarts share them.
 */
@Repository
class SupplyStore {

	private final JdbcClient jdbc;

	private final NamedParameterJdbcTemplate batches;

	SupplyStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	SupplyReading reading(Target target, Supply supply) {
		return this.jdbc.sql("""
				select read_at, whole, denied, problem from catalog_supply_reading
				where target = :target and kind = :kind""")
			.param("target", target.name())
			.param("kind", supply.id())
			.query((row, index) -> reading(row))
			.optional()
			.orElse(SupplyReading.NONE);
	}

	static SupplyReading reading(ResultSet row) throws SQLException {
		return new SupplyReading(CatalogStore.time(row, "read_at"), row.getBoolean("whole"), row.getBoolean("denied"),
				row.getString("problem"));
	}

	/**
	 * Those whose name holds a text, by name.
	 * @param region only those that may be in this one; null for any
	 */
	List<Supplied> search(Target target, Supply supply, @Nullable String part, @Nullable String region, String after,
			int most) {
		return this.jdbc.sql("""
				select name, region from catalog_supply
				where target = :target and kind = :kind and name > :after
				    and position(lower(:part) in lower(name)) > 0
				    and (region is null or region = coalesce(cast(:region as text), region))
				order by name limit :most""")
			.param("target", target.name())
			.param("kind", supply.id())
			.param("after", after)
			.param("part", CatalogStore.typed(part))
			.param("region", region)
			.param("most", most)
			.query((row, index) -> new Supplied(row.getString("name"), row.getString("region")))
			.list();
	}

	/**
	 * Keeps a reading in place of the one before.
	 * @param whole whether that is all there is
	 */
	@Transactional
	void keep(Target target, Supply supply, List<Supplied> read, boolean whole, Instant at) {
		this.jdbc.sql("""
				insert into catalog_supply_reading (target, kind, tried_at, read_at, whole, denied)
				values (:target, :kind, :at, :at, :whole, false)
				on conflict (target, kind) do update set tried_at = excluded.tried_at, read_at = excluded.read_at,
				    whole = excluded.whole, denied = false, problem = null""")
			.param("target", target.name())
			.param("kind", supply.id())
			.param("at", CatalogStore.column(at))
			.param("whole", whole)
			.update();
		this.jdbc.sql("delete from catalog_supply where target = :target and kind = :kind")
			.param("target", target.name())
			.param("kind", supply.id())
			.update();
		this.batches.batchUpdate(
				"insert into catalog_supply (target, kind, name, region) values (:target, :kind, :name, :region)",
				read.stream()
					.map((it) -> new MapSqlParameterSource("target", target.name()).addValue("kind", supply.id())
						.addValue("name", it.name())
						.addValue("region", it.region()))
					.toArray(MapSqlParameterSource[]::new));
	}

	/**
	 * Keeps why a reading failed; what was read before stays, and how much of it that is.
	 */
	void failed(Target target, Supply supply, boolean denied, String problem, Instant at) {
		this.jdbc.sql("""
				insert into catalog_supply_reading (target, kind, tried_at, whole, denied, problem)
				values (:target, :kind, :at, false, :denied, :problem)
				on conflict (target, kind) do update set tried_at = excluded.tried_at, denied = excluded.denied,
				    problem = excluded.problem""")
			.param("target", target.name())
			.param("kind", supply.id())
			.param("at", CatalogStore.column(at))
			.param("denied", denied)
			.param("problem", problem)
			.update();
	}

}
