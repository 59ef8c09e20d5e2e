package dev.understudy.experiment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import dev.understudy.definition.Draft;

/** Keeps working copies. Whoever writes one has locked its experiment. */
@Repository
class WorkingCopyStore {

	private final JdbcClient jdbc;

	WorkingCopyStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<WorkingCopy> find(UUID experimentId, String author) {
		return this.jdbc.sql("select * from working_copy where experiment_id = :experiment and author = :author")
			.param("experiment", experimentId)
			.param("author", author)
			.query(WorkingCopyStore::copy)
			.optional();
	}

	List<WorkingCopy> pending(UUID experimentId) {
		return this.jdbc.sql("""
				select * from working_copy where experiment_id = :experiment and typed is not null
				order by saved_at desc""").param("experiment", experimentId).query(WorkingCopyStore::copy).list();
	}

	void put(WorkingCopy copy) {
		this.jdbc.sql("""
				insert into working_copy (experiment_id, author, form, turn, sequence, revision, onto, definition, typed,
				    saved_at)
				values (:experiment, :author, :form, :turn, :sequence, :revision, :onto, cast(:definition as json),
				    :typed, :at)
				on conflict (experiment_id, author) do update set form = excluded.form, turn = excluded.turn,
				    sequence = excluded.sequence, revision = excluded.revision, onto = excluded.onto,
				    definition = excluded.definition, typed = excluded.typed, saved_at = excluded.saved_at""")
			.param("experiment", copy.experimentId())
			.param("author", copy.author())
			.param("form", copy.form())
			.param("turn", copy.turn())
			.param("sequence", copy.sequence())
			.param("revision", copy.revision())
			.param("onto", copy.onto())
			.param("definition", copy.definition().json())
			.param("typed", copy.typed())
			.param("at", copy.savedAt().atOffset(ZoneOffset.UTC))
			.update();
	}

	/** Lets only one request at a time begin an experiment with a form. */
	void lock(UUID form) {
		this.jdbc.sql("select pg_advisory_xact_lock(:key)").param("key", form.getLeastSignificantBits()).query().singleRow();
	}

	private static WorkingCopy copy(ResultSet row, int index) throws SQLException {
		return new WorkingCopy(row.getObject("experiment_id", UUID.class), row.getString("author"),
				row.getObject("form", UUID.class), row.getLong("turn"), row.getInt("sequence"), row.getInt("revision"),
				row.getInt("onto"), Draft.parse(row.getString("definition")), row.getString("typed"),
				Columns.time(row, "saved_at"));
	}

}
