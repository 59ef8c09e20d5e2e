package dev.understudy.reliability;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.understudy.PostgresServer.Database;

/**
 * What the application has written down, read past the application.
 */
final class Records {

	/** What our own connections are called, so that nobody breaks them. */
	private static final String OURS = "oracle";

	private static final int MOST_TRIES = 20;

	/** Ended by an administrator, or cut off. */
	private static final Set<String> BROKEN = Set.of("57P01", "08006", "08001", "08003");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Database database;

	Records(Database database) {
		this.database = database;
	}

	/** How often each unfinished operation was claimed. */
	Map<UUID, Long> unfinished() {
		Map<UUID, Long> fences = new HashMap<>();
		read("select id, fence from operation where ended_at is null",
				(row) -> fences.put(row.getObject("id", UUID.class), row.getLong("fence")));
		return fences;
	}

	/**
	 * Lets jobs say which replica picked them: they name the machine, and here all run on
	 * one. Each connects under a name of its own.
	 */
	void tellReplicasApart() {
		retried(() -> {
			try (Connection connection = connect(); Statement statement = connection.createStatement()) {
				statement.execute("""
						create or replace function picked_by_replica() returns trigger language plpgsql as $$
						begin
						    new.picked_by := current_setting('application_name');
						    return new;
						end $$;
						create or replace trigger picked_by_replica before update on scheduled_tasks
						for each row when (new.picked and not old.picked) execute function picked_by_replica()""");
			}
		});
	}

	/** What became of each attempt by its operation; "open" where no answer was noted. */
	Map<UUID, List<String>> attempts() {
		Map<UUID, List<String>> attempts = new HashMap<>();
		read("select operation_id, coalesce(answer, 'open') as answer from attempt order by operation_id, n",
				(row) -> attempts.computeIfAbsent(row.getObject("operation_id", UUID.class), (id) -> new ArrayList<>())
					.add(row.getString("answer")));
		return attempts;
	}

	/** The operations whose jobs a replica has picked and not given back. */
	Set<UUID> pickedBy(String replica) {
		Set<UUID> picked = new HashSet<>();
		read("""
				select task_instance from scheduled_tasks
				where task_name = 'deliver' and picked and picked_by = '%s'""".formatted(replica),
				(row) -> picked.add(UUID.fromString(row.getString("task_instance"))));
		return picked;
	}

	List<Row> operations() {
		List<Row> rows = new ArrayList<>();
		read("select id, experiment_id, type, name, state, orphan_arn, error_code, payload from operation order by id",
				(row) -> rows.add(new Row(row.getObject("id", UUID.class), row.getObject("experiment_id", UUID.class),
						row.getString("type"), row.getString("name"), row.getString("state"),
						row.getString("orphan_arn"), row.getString("error_code"),
						JSON.readTree(row.getString("payload")))));
		return rows;
	}

	/**
	 * The audit trail's actions by the operation they are about. An entry of the system
	 * names it as its request. One of a person who cancelled names only the experiment;
	 * that it is about the operation shows in both having been written by one
	 * transaction.
	 */
	Map<UUID, List<String>> audited() {
		Map<UUID, List<String>> actions = new HashMap<>();
		read("""
				select coalesce(a.after ->> 'operation', o.id::text, a.request_id) as operation, a.action
				from audit_entry a left join operation o
				on a.actor_kind <> 'system' and o.experiment_id = a.experiment_id and o.xmin = a.xmin
				    and a.action = 'operation.' || o.state
				where a.action in ('operation.asked', 'operation.confirmed', 'operation.rejected',
				    'operation.cancelled', 'operation.conflict')
				and (a.actor_kind = 'system' or a.after ->> 'operation' is not null or o.id is not null)
				order by a.at, a.id""",
				(row) -> actions.computeIfAbsent(UUID.fromString(row.getString("operation")), (id) -> new ArrayList<>())
					.add(row.getString("action")));
		return actions;
	}

	/** How many operations a stop went past. */
	int overtaken() {
		List<UUID> overtaken = new ArrayList<>();
		read("select id from operation where overtaken", (row) -> overtaken.add(row.getObject("id", UUID.class)));
		return overtaken.size();
	}

	/** Breaks connections of the application, at most so many. */
	int breakConnections(int most) {
		List<Integer> broken = new ArrayList<>();
		read("""
				select pg_terminate_backend(pid), pid from pg_stat_activity
				where datname = current_database() and application_name <> '%s' order by random() limit %d"""
			.formatted(OURS, most), (row) -> broken.add(row.getInt("pid")));
		return broken.size();
	}

	private void read(String sql, Reading reading) {
		retried(() -> {
			try (Connection connection = connect();
					PreparedStatement statement = connection.prepareStatement(sql);
					ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					reading.of(rows);
				}
			}
		});
	}

	private Connection connect() throws SQLException {
		return DriverManager.getConnection("%s?ApplicationName=%s".formatted(this.database.url(), OURS),
				this.database.user(), this.database.password());
	}

	// A connection that is broken before it has its name is tried again.
	private static void retried(Work work) {
		for (int tries = 1;; tries++) {
			try {
				work.run();
				return;
			}
			catch (SQLException ex) {
				if (tries == MOST_TRIES || !BROKEN.contains(String.valueOf(ex.getSQLState()))) {
					throw new IllegalStateException(ex);
				}
			}
		}
	}

	@FunctionalInterface
	private interface Work {

		void run() throws SQLException;

	}

	@FunctionalInterface
	private interface Reading {

		void of(ResultSet row) throws SQLException;

	}

	/**
	 * An operation as it stands.
	 *
	 * @param asked what was asked for, as it was frozen
	 */
	record Row(UUID id, UUID experimentId, String type, String name, String state, @Nullable String orphanArn,
			@Nullable String errorCode, JsonNode asked) {

		boolean isConfirmed() {
			return this.state.equals("confirmed");
		}

		boolean isUnfinished() {
			return this.state.equals("queued") || this.state.equals("sending");
		}

	}

}
