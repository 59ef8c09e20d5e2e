package dev.understudy.tracking;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import dev.understudy.experiment.Stray;
import dev.understudy.target.Target;

/**
 * Keeps what searches have found.
 */
@Repository
class FoundStore {

	private final JdbcClient jdbc;

	FoundStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Found> find(UUID id) {
		return this.jdbc.sql("select * from found where id = :id").param("id", id).query(Found::of).optional();
	}

	Optional<Found> lock(UUID id) {
		return this.jdbc.sql("select * from found where id = :id for update")
			.param("id", id)
			.query(Found::of)
			.optional();
	}

	Optional<Found> find(Stray stray) {
		return this.jdbc.sql("""
				select * from found
				where target = :target and name = :name and creation_time is not distinct from :created""")
			.param("target", stray.target().name())
			.param("name", stray.name())
			.param("created", time(stray.creationTime()))
			.query(Found::of)
			.optional();
	}

	/** Those that stand there as far as we know, and were not seen since. */
	List<Found> notSeenSince(Target target, Instant time) {
		return this.jdbc.sql("""
				select * from found
				where target = :target and last_seen < :time and gone_at is null and experiment_id is null
				order by last_seen, id""")
			.param("target", target.name())
			.param("time", time(time))
			.query(Found::of)
			.list();
	}

	/** Those on an endpoint that stand there as far as we know. */
	List<Found> on(Target target, String endpoint) {
		return this.jdbc.sql("""
				select * from found
				where target = :target and endpoint = :endpoint and gone_at is null and experiment_id is null
				order by name, id limit 200""")
			.param("target", target.name())
			.param("endpoint", endpoint)
			.query(Found::of)
			.list();
	}

	/** Keeps what was seen, in place of what was seen of the same one before. */
	void keep(Found found) {
		this.jdbc
			.sql("""
					insert into found (id, target, name, arn, status, creation_time, last_modified_time, endpoint,
					    start_time, end_time, schedule_seen, owner, owner_tag, operation_id, first_seen, last_seen,
					    gone_at, experiment_id)
					values (:id, :target, :name, :arn, :status, :created, :modified, :endpoint, :start, :end, :schedule,
					    :owner, :tag, :operation, :first, :last, null, null)
					on conflict on constraint found_once do update set arn = excluded.arn, status = excluded.status,
					    last_modified_time = excluded.last_modified_time, endpoint = excluded.endpoint,
					    start_time = excluded.start_time, end_time = excluded.end_time,
					    schedule_seen = excluded.schedule_seen, owner = excluded.owner, owner_tag = excluded.owner_tag, operation_id = excluded.operation_id,
					    last_seen = excluded.last_seen, gone_at = null, experiment_id = null""")
			.param("id", found.id())
			.param("target", found.target())
			.param("name", found.name())
			.param("arn", found.arn())
			.param("status", found.status())
			.param("created", time(found.creationTime()))
			.param("modified", time(found.lastModifiedTime()))
			.param("endpoint", found.endpoint())
			.param("start", time(found.start()))
			.param("end", time(found.end()))
			.param("schedule", found.schedule() != null)
			.param("owner", found.owner().id())
			.param("tag", found.ownerTag())
			.param("operation", found.operationId())
			.param("first", time(found.firstSeen()))
			.param("last", time(found.lastSeen()))
			.update();
	}

	void seen(UUID id, Instant at) {
		this.jdbc.sql("update found set last_seen = :at where id = :id").param("at", time(at)).param("id", id).update();
	}

	void gone(UUID id, Instant at) {
		this.jdbc.sql("update found set gone_at = :at where id = :id and gone_at is null")
			.param("at", time(at))
			.param("id", id)
			.update();
	}

	void managed(UUID id, UUID experimentId) {
		this.jdbc.sql("update found set experiment_id = :experiment where id = :id")
			.param("experiment", experimentId)
			.param("id", id)
			.update();
	}

	List<SweepState> sweeps() {
		return this.jdbc.sql("select * from found_sweep order by target").query(SweepState::of).list();
	}

	/** Keeps how a search went; only one that came to its end counts as one. */
	void swept(Target target, Instant at, boolean complete, int unread, @Nullable String problem) {
		this.jdbc.sql("""
				insert into found_sweep (target, tried_at, swept_at, unread, problem)
				values (:target, :at, :swept, :unread, :problem)
				on conflict (target) do update set tried_at = excluded.tried_at,
				    swept_at = coalesce(excluded.swept_at, found_sweep.swept_at), unread = excluded.unread,
				    problem = excluded.problem""")
			.param("target", target.name())
			.param("at", time(at))
			.param("swept", time(complete ? at : null))
			.param("unread", unread)
			.param("problem", problem)
			.update();
	}

	private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

}
