package dev.understudy.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import dev.understudy.shell.Words;
import dev.understudy.target.Target;

/**
 * Tells what the readings of an account say about a draft, without asking AWS.
 */
@Repository
class KnowledgeStore {

	private final JdbcClient jdbc;

	KnowledgeStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** In one statement. */
	Knowledge of(Target target, Collection<String> instanceTypes, String bucket) {
		Map<String, String> running = new HashMap<>();
		Map<String, Seen<Supplied>> buckets = new HashMap<>();
		this.jdbc
			.sql("""
					select 'running' as what, wanted.type as name, min(endpoint.name) as value, null::timestamptz as read_at,
					    null::boolean as whole, null::boolean as denied, null as problem
					from unnest(string_to_array(:types, ',')) as wanted(type)
					join catalog_endpoint endpoint on endpoint.target = :target
					    and endpoint.facts @> jsonb_build_object('production',
					        jsonb_build_array(jsonb_build_object('instanceType', wanted.type)))
					group by wanted.type
					union all
					select 'bucket', supply.name, supply.region, reading.read_at, reading.whole, reading.denied,
					    reading.problem
					from catalog_supply_reading reading left join catalog_supply supply on supply.target = reading.target
					    and supply.kind = reading.kind and supply.name = :bucket
					where reading.target = :target and reading.kind = 'buckets'""")
			.param("target", target.name())
			.param("types", CatalogStore.typed(String.join(",", instanceTypes)))
			.param("bucket", CatalogStore.typed(bucket))
			.query((row) -> {
				String name = row.getString("name");
				if (row.getString("what").equals("running")) {
					running.put(name, row.getString("value"));
				}
				else {
					buckets.put(bucket, bucket(bucket, SupplyStore.reading(row),
							(name != null) ? new Supplied(name, row.getString("value")) : null));
				}
			});
		return new Knowledge(running,
				buckets.getOrDefault(bucket, new Seen.Untold<>(Words.of("preflight.unread.no-buckets"))));
	}

	private static Seen<Supplied> bucket(String name, SupplyReading reading, @Nullable Supplied found) {
		if (reading.readAt() == null) {
			return new Seen.Untold<>(reading.denied() ? Words.of("preflight.unread.denied", Supply.BUCKETS.permission())
					: Words.of("preflight.unread.no-buckets"));
		}
		return (found == null && !reading.whole()) ? new Seen.Untold<>(Words.of("preflight.unread.many-buckets", name))
				: Seen.of(Optional.ofNullable(found), reading.readAt());
	}

	/**
	 * What is known.
	 *
	 * @param running by instance type, an endpoint of the target that has such instances
	 * @param bucket the bucket, as it was read last
	 */
	record Knowledge(Map<String, String> running, Seen<Supplied> bucket) {

	}

}
