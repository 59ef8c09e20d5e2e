package dev.understudy.tracking;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import dev.understudy.shell.Page;
import dev.understudy.shell.PageToken;
import dev.understudy.shell.PageTokenException;

/**
 * Lists what was found and is still there, what was created last first. A page begins
 * right after the last item of the one before, by value.
 */
@Repository
class FoundList {

	private static final String CURRENT = "gone_at is null and experiment_id is null";

	private final JdbcClient jdbc;

	FoundList(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Page<Found> list(FoundQuery query) {
		StringBuilder where = new StringBuilder(CURRENT);
		Map<String, Object> values = new HashMap<>();
		if (query.target() != null) {
			where.append(" and target = :target");
			values.put("target", query.target());
		}
		if (query.owner() != null) {
			where.append(" and owner = :owner");
			values.put("owner", query.owner().id());
		}
		if (query.pageToken() != null) {
			PageToken position = position(query, query.pageToken());
			where.append(" and (sorted_by, id) < (:time, :id)");
			values.put("time", position.time(1).atOffset(ZoneOffset.UTC));
			values.put("id", position.id(2));
		}
		List<Found> rows = this.jdbc
			.sql("select * from found where %s order by sorted_by desc, id desc limit :limit".formatted(where))
			.params(values)
			.param("limit", query.pageSize() + 1)
			.query(Found::of)
			.list();
		return Page.cut(rows, query.pageSize(), (row) -> PageToken.of(query.fingerprint(),
				(row.creationTime() != null) ? row.creationTime() : row.firstSeen(), row.id()));
	}

	long orphans() {
		return this.jdbc.sql("select count(*) from found where owner = 'orphan' and " + CURRENT)
			.query(Long.class)
			.single();
	}

	private static PageToken position(FoundQuery query, String token) {
		PageToken position = PageToken.decode(token, 3);
		if (!position.values().getFirst().equals(query.fingerprint())) {
			throw new PageTokenException(null);
		}
		return position;
	}

}
