package dev.understudy.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

import dev.understudy.experiment.Experiment;
import dev.understudy.shell.Words;

/** Keeps what was asked for many at once, for a month. */
@Repository
class BulkStore {

	private static final Duration KEPT = Duration.ofDays(30);

	private final JdbcClient jdbc;

	BulkStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whether it is new; what was begun before stays as it is. */
	boolean add(UUID id, String actor, BulkOrder order, List<Experiment> picked, Instant now) {
		boolean added = this.jdbc.sql("""
				insert into bulk_run (id, actor, wanted, begun_at)
				values (:id, :actor, cast(:wanted as json), :now) on conflict do nothing""")
			.param("id", id)
			.param("actor", actor)
			.param("wanted", JsonMapper.shared().writeValueAsString(order))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update() == 1;
		if (added) {
			for (int i = 0; i < picked.size(); i++) {
				add(id, i, picked.get(i));
			}
			this.jdbc.sql("delete from bulk_run where begun_at < :then")
				.param("then", now.minus(KEPT).atOffset(ZoneOffset.UTC))
				.update();
		}
		return added;
	}

	private void add(UUID run, int position, Experiment experiment) {
		this.jdbc.sql(
				"insert into bulk_row (run_id, position, experiment_id, name) values (:run, :position, :experiment, :name)")
			.param("run", run)
			.param("position", position)
			.param("experiment", experiment.getId())
			.param("name", experiment.getName())
			.update();
	}

	Optional<BulkRun> find(UUID id, String actor) {
		List<BulkRow> rows = this.jdbc.sql("select * from bulk_row where run_id = :id order by position")
			.param("id", id)
			.query(BulkStore::row)
			.list();
		return this.jdbc.sql("select * from bulk_run where id = :id and actor = :actor")
			.param("id", id)
			.param("actor", actor)
			.query((row, index) -> new BulkRun(id, actor, order(row.getString("wanted")),
					row.getObject("begun_at", OffsetDateTime.class).toInstant(), rows))
			.optional();
	}

	/** Waits for whoever is at it, and then says whether it is still to be done. */
	boolean isOpen(UUID run, int position) {
		return this.jdbc.sql(
				"select position from bulk_row where run_id = :run and position = :position and outcome is null for update")
			.param("run", run)
			.param("position", position)
			.query(Integer.class)
			.optional()
			.isPresent();
	}

	void close(UUID run, int position, BulkRow.Result result) {
		Words reason = result.reason();
		this.jdbc.sql("""
				update bulk_row set outcome = :outcome, operation_id = :operation, reason = :reason, reason_args = :args
				where run_id = :run and position = :position and outcome is null""")
			.param("outcome", result.outcome().name())
			.param("operation", result.operationId())
			.param("reason", (reason != null) ? reason.key() : null)
			.param("args",
					(reason != null) ? reason.arguments().stream().map(Object::toString).toArray(String[]::new) : null)
			.param("run", run)
			.param("position", position)
			.update();
	}

	private static BulkOrder order(String json) {
		return JsonMapper.shared().readValue(json, BulkOrder.class);
	}

	private static BulkRow row(ResultSet row, int index) throws SQLException {
		String outcome = row.getString("outcome");
		String reason = row.getString("reason");
		return new BulkRow(row.getInt("position"), row.getObject("experiment_id", UUID.class), row.getString("name"),
				(outcome != null) ? BulkRow.Outcome.valueOf(outcome) : null, row.getObject("operation_id", UUID.class),
				(reason != null) ? Words.of(reason, (Object[]) row.getArray("reason_args").getArray()) : null);
	}

}
