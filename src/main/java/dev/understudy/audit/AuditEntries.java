package dev.understudy.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import dev.understudy.actor.Actor;
import dev.understudy.shell.Page;
import dev.understudy.shell.PageToken;

/** The table of the trail: INSERT and SELECT are all it knows. */
@Repository
class AuditEntries {

	private static final String ORDER = " order by at desc, id desc limit :limit";

	private final JdbcClient jdbc;

	AuditEntries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void append(UUID id, Audited event) {
		Actor actor = event.actor();
		this.jdbc.sql("""
				insert into audit_entry (id, at, actor_kind, actor_name, action, experiment_id, target, before, after,
				    reason, request_id, aws_request_id, address)
				values (:id, now(), :actorKind, :actorName, :action, :experimentId, :target, :before::jsonb,
				    :after::jsonb, :reason, :requestId, :awsRequestId, :address)
				""")
			.param("id", id)
			.param("actorKind", actor.kind().id())
			.param("actorName", actor.name())
			.param("action", event.action())
			.param("experimentId", event.experimentId())
			.param("target", event.target())
			.param("before", event.before())
			.param("after", event.after())
			.param("reason", event.reason())
			.param("requestId", actor.requestId())
			.param("awsRequestId", event.awsRequestId())
			.param("address", actor.address())
			.update();
	}

	Optional<AuditEntry> get(UUID id) {
		return this.jdbc.sql("select * from audit_entry where id = :id")
			.param("id", id)
			.query(AuditEntries::entry)
			.optional();
	}

	Page<AuditEntry> find(AuditQuery query, int size, @Nullable String token) {
		if (query.cannotMatch()) {
			return new Page<>(List.of(), null);
		}
		Filter filter = new Filter();
		filter.add("actor_name = :actor", "actor", query.actor());
		addAction(filter, query.action());
		filter.add("experiment_id = :experimentId", "experimentId", query.experimentId());
		filter.add("target = :target", "target", query.target());
		filter.add("at >= :from", "from", sql(query.from()));
		filter.add("at < :to", "to", sql(query.to()));
		filter.add("(request_id = :q or aws_request_id = :q)", "q", query.q());
		if (token != null) {
			after(filter, PageToken.decode(token, 2));
		}
		List<AuditEntry> rows = filter.apply(this.jdbc.sql("select * from audit_entry" + filter.where() + ORDER))
			.param("limit", size + 1)
			.query(AuditEntries::entry)
			.list();
		return Page.cut(rows, size, (entry) -> PageToken.of(entry.at(), entry.id()));
	}

	// A noun stands for all of its actions: "experiment" is from "experiment." to before
	// "experiment/".
	private static void addAction(Filter filter, @Nullable String action) {
		if (action != null && !action.contains(".")) {
			filter.add("action >= :noun and action < :next", "noun", action + ".");
			filter.add("true", "next", action + "/");
		}
		else {
			filter.add("action = :action", "action", action);
		}
	}

	private static void after(Filter filter, PageToken position) {
		OffsetDateTime at = sql(position.time(0));
		filter.add("(at, id) < (:at, :id)", "at", at);
		filter.add("true", "id", position.id(1));
	}

	private static @Nullable OffsetDateTime sql(@Nullable Instant time) {
		return (time != null) ? time.atOffset(ZoneOffset.UTC) : null;
	}

	private static AuditEntry entry(ResultSet row, int number) throws SQLException {
		return new AuditEntry(row.getObject("id", UUID.class), row.getObject("at", OffsetDateTime.class).toInstant(),
				row.getString("actor_kind"), row.getString("actor_name"), row.getString("action"),
				row.getObject("experiment_id", UUID.class), row.getString("target"), row.getString("before"),
				row.getString("after"), row.getString("reason"), row.getString("request_id"),
				row.getString("aws_request_id"), row.getString("address"));
	}

	/** Conditions with their values, all of which have to hold. */
	private static final class Filter {

		private final List<String> conditions = new ArrayList<>();

		private final List<Value> values = new ArrayList<>();

		void add(String condition, String name, @Nullable Object value) {
			if (value != null) {
				this.conditions.add(condition);
				this.values.add(new Value(name, value));
			}
		}

		String where() {
			return this.conditions.isEmpty() ? "" : " where " + String.join(" and ", this.conditions);
		}

		JdbcClient.StatementSpec apply(JdbcClient.StatementSpec statement) {
			this.values.forEach((value) -> statement.param(value.name(), value.value()));
			return statement;
		}

		private record Value(String name, Object value) {
		}

	}

}
