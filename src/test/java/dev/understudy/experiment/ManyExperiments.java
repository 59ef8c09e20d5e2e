package dev.understudy.experiment;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills an empty database with very many experiments, as an installation would have them
 * after years: nearly all have ended, a few thousand are at work, some owners, endpoints,
 * tags and labels are far more common than others.
 */
final class ManyExperiments {

	/** Row n of the table; it is the same whenever it is filled. */
	private static final String EXPERIMENTS = """
			insert into experiment (id, version, target, owner, phase, revision, sha256, created_at, updated_at, name,
			    sort_name, endpoint, production_variant, shadow_variant, sampling, start_time, end_time, tags, search,
			    arn, sagemaker_status, creation_time, live_at, ending, ended_at, labels, label_keys)
			select id, 1, 'sandbox', owner, phase, 1, sha256, begun, begun + interval '8 days', name, name, endpoint,
			    'production', 'shadow', 40, begun + interval '1 day', begun + interval '8 days',
			    array['team', 'team=' || team, 'run', 'run=' || n],
			    name || chr(10) || endpoint || chr(10) || 'candidate ' || (n %% 900) || ' against the lead' || chr(10) || id,
			    case when phase in ('LIVE', 'ENDED') then 'arn:aws:sagemaker:us-east-1:111122223333:inference-experiment/' || name end,
			    status, case when status is not null then begun end, case when status is not null then begun end,
			    case when phase = 'ENDED' then upper(status) end,
			    case when phase = 'ENDED' then begun + interval '8 days' end, labels, labels
			from (select *, md5(n::text)::uuid as id, repeat(md5(n::text), 2) as sha256,
			        team || '-v' || (n %% 97) || '-' || n as name,
			        case when phase = 'LIVE' and n %% 4 = 0 then 'Created' when phase = 'LIVE' then 'Running'
			            when phase <> 'ENDED' then null when n %% 3 = 0 then 'Cancelled' else 'Completed' end as status,
			        case when n %% 1000 = 7 then array['flagship'] when n %% 20 = 3 then array['quarterly', 'q' || (n %% 4)]
			            else '{}' end as labels,
			        now() - (%1$s - n) * (interval '5 years' / %1$s) as begun
			    from (select n, 'user-' || floor(200 * power(abs(hashint4(n)) %% 100000 / 1e5, 3))::int as owner,
			            'endpoint-' || floor(500 * power(abs(hashint4(n + 7)) %% 100000 / 1e5, 2))::int as endpoint,
			            'team' || floor(60 * power(abs(hashint4(-n)) %% 100000 / 1e5, 2))::int as team,
			            case when n > %1$s - 1000 then 'LIVE' when n %% 200 = 1 then 'DRAFT' when n %% 50 = 2 then 'DISCARDED'
			                else 'ENDED' end as phase
			        from generate_series(1, %1$s) n) rolled) shaped
			""";

	private static final String FOUND = """
			insert into found (id, target, name, arn, status, creation_time, owner, first_seen, last_seen, endpoint)
			select md5('found' || n)::uuid, 'sandbox', 'found-' || n, 'arn:aws:sagemaker:us-east-1:111122223333:x/' || n,
			    'Completed', now() - n * interval '1 minute',
			    case when n %% 500 = 0 then 'orphan' when n %% 10 = 0 then 'other-installation' else 'foreign' end,
			    now(), now(), 'endpoint-' || (n %% 500)
			from generate_series(1, %s) n
			""";

	private static final String ENDPOINTS = """
			insert into catalog_endpoint (target, name, status)
			select 'sandbox', 'endpoint-' || n, 'InService' from generate_series(1, %s) n
			""";

	private ManyExperiments() {
	}

	/** Indexes are made once all rows are there, which takes a fraction of the time. */
	static void fill(JdbcClient jdbc, int count) {
		List<Index> indexes = jdbc.sql("""
				select indexname as name, indexdef as definition from pg_indexes
				where schemaname = current_schema() and tablename = 'experiment' and indexname <> 'experiment_pkey'""")
			.query(Index.class)
			.list();
		indexes.forEach((index) -> jdbc.sql("drop index " + index.name()).update());
		jdbc.sql(EXPERIMENTS.formatted(count)).update();
		indexes.forEach((index) -> jdbc.sql(index.definition()).update());
		jdbc.sql(FOUND.formatted(count / 20)).update();
		jdbc.sql(ENDPOINTS.formatted(count / 50)).update();
		for (String table : List.of("experiment", "found", "catalog_endpoint")) {
			jdbc.sql("vacuum analyze " + table).update();
		}
	}

	record Index(String name, String definition) {

	}

}
