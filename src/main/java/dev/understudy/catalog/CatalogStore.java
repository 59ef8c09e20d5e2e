package dev.understudy.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

import dev.understudy.experiment.Choices.EndpointSomewhere;
import dev.understudy.sagemaker.Endpoints.Facts;
import dev.understudy.target.Target;

/**
 * Keeps what was read, so that replicas and restarts share it.
 */
@Repository
class CatalogStore {

	private static final String ENDPOINT = "name, status, modified_at, facts, obstacle, looked_at";

	private final JdbcClient jdbc;

	private final NamedParameterJdbcTemplate batches;

	private final JsonMapper json;

	CatalogStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches, JsonMapper json) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.json = json;
	}

	/** What a form offers, in one statement. A bucket of another region is of no use. */
	Shelf shelf(Target target, int most, @Nullable String named) {
		List<CatalogEndpoint> endpoints = new ArrayList<>();
		List<String> models = new ArrayList<>();
		List<CatalogReading> reading = new ArrayList<>();
		Map<Supply, List<String>> supplies = new EnumMap<>(Supply.class);
		Map<Supply, SupplyReading> supplyReadings = new EnumMap<>(Supply.class);
		this.jdbc.sql("""
				select 'reading' as kind, problem as name, null as status, tried_at as modified_at, null as facts,
				    null as obstacle, read_at as looked_at from catalog_reading where target = :target
				union all
				(select 'endpoint', name, status, modified_at, facts::text, obstacle, looked_at from catalog_endpoint
				    where target = :target and name <> :named order by name limit :most)
				union all
				select 'endpoint', name, status, modified_at, facts::text, obstacle, looked_at from catalog_endpoint
				    where target = :target and name = :named
				union all
				(select 'model', name, null, null, null, null, null from catalog_model
				    where target = :target order by name limit :most)
				union all
				select 'supplies', problem, kind, read_at, null, denied::text, null from catalog_supply_reading
				    where target = :target
				union all
				(select 'supply', name, kind, null, null, null, null from (
				    select *, row_number() over (partition by kind order by name) as place from catalog_supply
				    where target = :target and (region is null or region = :region)) supply
				    where place <= :most order by name)""")
			.param("target", target.name())
			.param("region", target.region())
			.param("most", most)
			.param("named", typed(named))
			.query((row) -> {
				switch (row.getString("kind")) {
					case "endpoint" -> endpoints.add(endpoint(row, 0));
					case "model" -> models.add(row.getString("name"));
					case "supply" ->
						supplies.computeIfAbsent(Supply.of(row.getString("status")), (_) -> new ArrayList<>())
							.add(row.getString("name"));
					case "supplies" -> supplyReadings.put(Supply.of(row.getString("status")),
							new SupplyReading(time(row, "modified_at"), true,
									Boolean.parseBoolean(row.getString("obstacle")), row.getString("name")));
					default -> reading.add(new CatalogReading(time(row, "modified_at"), time(row, "looked_at"),
							row.getString("name")));
				}
			});
		endpoints.sort((one, other) -> one.name().compareTo(other.name()));
		return new Shelf(endpoints, models, supplies, supplyReadings,
				reading.isEmpty() ? CatalogReading.NONE : reading.getFirst());
	}

	/** Endpoints whose name holds a text, by name. */
	List<CatalogEndpoint> endpoints(Target target, @Nullable String part, String after, int most) {
		return search("select %s from catalog_endpoint".formatted(ENDPOINT), target, part, after, most)
			.query(this::endpoint)
			.list();
	}

	/**
	 * Endpoints of several targets whose name holds a text, those that begin so first.
	 */
	List<EndpointSomewhere> search(Collection<String> targets, String part, int most) {
		return this.jdbc.sql("""
				select target, name, status from catalog_endpoint
				where target in (:targets) and position(lower(:part) in lower(name)) > 0
				order by position(lower(:part) in lower(name)) > 1, name, target limit :most""")
			.param("targets", targets)
			.param("part", typed(part))
			.param("most", most)
			.query((row, index) -> new EndpointSomewhere(row.getString("target"), row.getString("name"),
					row.getString("status")))
			.list();
	}

	/** The same for whoever picks one: those that can be used first. */
	List<CatalogEndpoint> pick(Target target, @Nullable String part, int most) {
		return this.jdbc.sql("""
				select %s from catalog_endpoint
				where target = :target and position(lower(:part) in lower(name)) > 0
				order by obstacle is not null, name limit :most""".formatted(ENDPOINT))
			.param("target", target.name())
			.param("part", typed(part))
			.param("most", most)
			.query(this::endpoint)
			.list();
	}

	/** Names of models that hold a text, in order. */
	List<String> models(Target target, @Nullable String part, String after, int most) {
		return search("select name from catalog_model", target, part, after, most)
			.query((row, index) -> row.getString("name"))
			.list();
	}

	private JdbcClient.StatementSpec search(String select, Target target, @Nullable String part, String after,
			int most) {
		return this.jdbc.sql(select + """
				 where target = :target and name > :after and position(lower(:part) in lower(name)) > 0
				order by name limit :most""")
			.param("target", target.name())
			.param("after", after)
			.param("part", typed(part))
			.param("most", most);
	}

	CatalogReading reading(Target target) {
		return this.jdbc.sql("select tried_at, read_at, problem from catalog_reading where target = :target")
			.param("target", target.name())
			.query((row, index) -> new CatalogReading(time(row, "tried_at"), time(row, "read_at"),
					row.getString("problem")))
			.optional()
			.orElse(CatalogReading.NONE);
	}

	Map<String, CatalogEndpoint> known(Target target) {
		return this.jdbc.sql("select %s from catalog_endpoint where target = :target".formatted(ENDPOINT))
			.param("target", target.name())
			.query(this::endpoint)
			.list()
			.stream()
			.collect(Collectors.toMap(CatalogEndpoint::name, Function.identity()));
	}

	/** Keeps a reading in place of the one before. */
	@Transactional
	void keep(Target target, List<CatalogEndpoint> endpoints, List<String> models, Instant at) {
		this.jdbc.sql("""
				insert into catalog_reading (target, tried_at, read_at) values (:target, :at, :at)
				on conflict (target) do update set tried_at = excluded.tried_at, read_at = excluded.read_at,
				    problem = null""").param("target", target.name()).param("at", column(at)).update();
		this.jdbc.sql("delete from catalog_endpoint where target = :target").param("target", target.name()).update();
		this.batches.batchUpdate(
				"""
						insert into catalog_endpoint (target, %s)
						values (:target, :name, :status, :modified, cast(:facts as jsonb), :obstacle, :looked)"""
					.formatted(ENDPOINT),
				endpoints.stream().map((it) -> parameters(target, it)).toArray(MapSqlParameterSource[]::new));
		this.jdbc.sql("delete from catalog_model where target = :target").param("target", target.name()).update();
		this.batches.batchUpdate("insert into catalog_model (target, name) values (:target, :name)",
				models.stream()
					.distinct()
					.map((it) -> new MapSqlParameterSource("target", target.name()).addValue("name", it))
					.toArray(MapSqlParameterSource[]::new));
	}

	/** Keeps why a reading failed; what was read before stays. */
	void failed(Target target, String problem, Instant at) {
		this.jdbc.sql("""
				insert into catalog_reading (target, tried_at, problem) values (:target, :at, :problem)
				on conflict (target) do update set tried_at = excluded.tried_at, problem = excluded.problem""")
			.param("target", target.name())
			.param("at", column(at))
			.param("problem", problem)
			.update();
	}

	/** Text that somebody typed, as PostgreSQL can look for it. */
	static String typed(@Nullable String text) {
		return (text != null) ? text.strip().replace('\0', '\uFFFD') : "";
	}

	private MapSqlParameterSource parameters(Target target, CatalogEndpoint endpoint) {
		return new MapSqlParameterSource("target", target.name()).addValue("name", endpoint.name())
			.addValue("status", endpoint.status())
			.addValue("modified", column(endpoint.modifiedAt()))
			.addValue("facts", (endpoint.facts() != null) ? this.json.writeValueAsString(endpoint.facts()) : null)
			.addValue("obstacle", (endpoint.obstacle() != null) ? endpoint.obstacle().id() : null)
			.addValue("looked", column(endpoint.lookedAt()));
	}

	private CatalogEndpoint endpoint(ResultSet row, int index) throws SQLException {
		String facts = row.getString("facts");
		String obstacle = row.getString("obstacle");
		return new CatalogEndpoint(row.getString("name"), row.getString("status"), time(row, "modified_at"),
				(facts != null) ? this.json.readValue(facts, Facts.class) : null,
				(obstacle != null) ? Obstacle.of(obstacle) : null, time(row, "looked_at"));
	}

	static @Nullable OffsetDateTime column(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

	static @Nullable Instant time(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	/**
	 * What a form offers.
	 *
	 * @param endpoints endpoints by name
	 * @param models names of models in order
	 * @param supplies names of keys and buckets in order
	 * @param supplyReadings how they were read
	 * @param reading how the endpoints and models were read
	 */
	record Shelf(List<CatalogEndpoint> endpoints, List<String> models, Map<Supply, List<String>> supplies,
			Map<Supply, SupplyReading> supplyReadings, CatalogReading reading) {

		List<String> supplies(Supply supply) {
			return this.supplies.getOrDefault(supply, List.of());
		}

		SupplyReading reading(Supply supply) {
			return this.supplyReadings.getOrDefault(supply, SupplyReading.NONE);
		}

	}

}
