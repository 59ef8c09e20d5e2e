package dev.understudy.experiment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import dev.understudy.definition.Draft;

/**
 * Keeps experiments with their revisions and sightings. Whoever changes an experiment
 * locks its row first, so that two of them meet one after the other.
 */
@Repository
class ExperimentStore {

	private final EntityManager entities;

	private final JdbcClient jdbc;

	ExperimentStore(EntityManager entities, JdbcClient jdbc) {
		this.entities = entities;
		this.jdbc = jdbc;
	}

	void add(Experiment experiment, Revision first) {
		this.entities.persist(experiment);
		this.entities.flush();
		add(first);
	}

	void add(Revision revision) {
		this.jdbc.sql("""
				insert into revision (experiment_id, number, definition, sha256, author, made_at)
				values (:experiment, :number, cast(:definition as json), :sha256, :author, :at)""")
			.param("experiment", revision.experimentId())
			.param("number", revision.number())
			.param("definition", revision.draft().json())
			.param("sha256", revision.sha256())
			.param("author", revision.author())
			.param("at", time(revision.at()))
			.update();
	}

	void add(UUID experimentId, Sighting seen) {
		this.jdbc.sql("""
				insert into sighting (experiment_id, observed_at, arn, status, status_reason, creation_time, start_time,
				    end_time, completion_time, last_modified_time, aws_request_id, definition)
				values (:experiment, :observed, :arn, :status, :reason, :created, :start, :end, :completed, :modified,
				    :request, :definition)
				on conflict do nothing""")
			.param("experiment", experimentId)
			.param("observed", time(seen.observedAt()))
			.param("arn", seen.arn())
			.param("status", seen.status())
			.param("reason", seen.statusReason())
			.param("created", time(seen.creationTime()))
			.param("start", time(seen.startTime()))
			.param("end", time(seen.endTime()))
			.param("completed", time(seen.completionTime()))
			.param("modified", time(seen.lastModifiedTime()))
			.param("request", seen.awsRequestId())
			.param("definition", seen.definition())
			.update();
	}

	Experiment get(UUID id) {
		return there(id, this.entities.find(Experiment.class, id));
	}

	Optional<Experiment> find(UUID id) {
		return Optional.ofNullable(this.entities.find(Experiment.class, id));
	}

	Experiment lock(UUID id) {
		return there(id, this.entities.find(Experiment.class, id, LockModeType.PESSIMISTIC_WRITE));
	}

	/**
	 * Whether an experiment of a target that was not thrown away has a name; SageMaker
	 * does not tell cases apart.
	 */
	boolean isNameTaken(String target, String name) {
		return this.jdbc.sql("""
				select exists (select 1 from experiment where sort_name = :name and target = :target
				    and phase <> 'DISCARDED')""")
			.param("name", name.toLowerCase(Locale.ROOT))
			.param("target", target)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Writes what is pending, so that the version that will be committed can be read.
	 */
	void flush() {
		this.entities.flush();
	}

	CurrentDraft current(UUID id) {
		return this.jdbc.sql("""
				select experiment.phase, experiment.target, revision.definition from experiment
				join revision on revision.experiment_id = experiment.id and revision.number = experiment.revision
				where experiment.id = :id""")
			.param("id", id)
			.query((row, index) -> new CurrentDraft(id, Phase.valueOf(row.getString("phase")), row.getString("target"),
					Draft.parse(row.getString("definition"))))
			.optional()
			.orElseThrow(() -> new UnknownExperimentException(id));
	}

	Revision latest(Experiment experiment) {
		return revision(experiment.getId(), experiment.getRevision());
	}

	Revision revision(UUID id, int number) {
		return this.jdbc.sql("select * from revision where experiment_id = :id and number = :number")
			.param("id", id)
			.param("number", number)
			.query(ExperimentStore::revision)
			.optional()
			.orElseThrow(() -> new UnknownExperimentException(id, number));
	}

	List<Revision> revisions(UUID id, int before, int limit) {
		return this.jdbc.sql("""
				select * from revision where experiment_id = :id and number < :before
				order by number desc limit :limit""")
			.param("id", id)
			.param("before", before)
			.param("limit", limit)
			.query(ExperimentStore::revision)
			.list();
	}

	List<Sighting> sightings(UUID id, int limit) {
		return this.jdbc.sql("select * from sighting where experiment_id = :id order by observed_at desc limit :limit")
			.param("id", id)
			.param("limit", limit)
			.query(ExperimentStore::sighting)
			.list();
	}

	private static Experiment there(UUID id, @Nullable Experiment found) {
		if (found == null) {
			throw new UnknownExperimentException(id);
		}
		return found;
	}

	private static Revision revision(ResultSet row, int index) throws SQLException {
		return new Revision(row.getObject("experiment_id", UUID.class), row.getInt("number"),
				Draft.parse(row.getString("definition")), row.getString("sha256"), row.getString("author"),
				Columns.time(row, "made_at"));
	}

	private static Sighting sighting(ResultSet row, int index) throws SQLException {
		return new Sighting(Columns.time(row, "observed_at"), row.getString("arn"), row.getString("status"),
				row.getString("status_reason"), Columns.timeOrNull(row, "creation_time"),
				Columns.timeOrNull(row, "start_time"), Columns.timeOrNull(row, "end_time"),
				Columns.timeOrNull(row, "completion_time"), Columns.timeOrNull(row, "last_modified_time"),
				row.getString("aws_request_id"), row.getString("definition"));
	}

	private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

}
