package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import dev.understudy.delivery.OperationRows.ClaimedRow;

/**
 * Operations and attempts in the database. Every statement that changes how an operation
 * stands leaves an ended one alone.
 */
@Repository
class OperationStore {

	private static final String UNFINISHED = " and state in ('queued', 'sending')";

	private final JdbcClient jdbc;

	OperationStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Writes a new row.
	 * @return false if its name is held or its experiment has an unfinished operation
	 */
	boolean insert(Operation operation) {
		Subject subject = operation.subject();
		return this.jdbc.sql("""
				insert into operation (id, experiment_id, type, state, target, account, region, name, payload, sha256,
					installation, asked_by, holds_name, subject_arn, subject_created_at, subject_owner_tag, created_at,
					not_after)
				values (:id, :experiment, :type, :state, :target, :account, :region, :name, :payload, :sha256,
					:installation, :askedBy, :holdsName, :arn, :subjectCreatedAt, :ownerTag, :createdAt, :notAfter)
				on conflict do nothing""")
			.param("id", operation.id())
			.param("experiment", operation.experimentId())
			.param("type", operation.type().id())
			.param("state", operation.state().id())
			.param("target", operation.target())
			.param("account", operation.account())
			.param("region", operation.region())
			.param("name", operation.name())
			.param("payload", operation.payload())
			.param("sha256", operation.sha256())
			.param("installation", operation.installation())
			.param("askedBy", operation.askedBy())
			.param("holdsName", subject == null)
			.param("arn", (subject != null) ? subject.arn() : null)
			.param("subjectCreatedAt",
					(subject != null && subject.createdAt() != null) ? OperationRows.column(subject.createdAt()) : null)
			.param("ownerTag", (subject != null) ? subject.ownerTag() : null)
			.param("createdAt", OperationRows.column(operation.createdAt()))
			.param("notAfter", OperationRows.column(operation.notAfter()))
			.update() == 1;
	}

	Optional<Operation> find(UUID id) {
		return this.jdbc.sql("select * from operation where id = :id")
			.param("id", id)
			.query(OperationRows::operation)
			.optional();
	}

	List<Operation> ofExperiment(UUID experimentId) {
		return this.jdbc.sql("select * from operation where experiment_id = :experiment order by id desc")
			.param("experiment", experimentId)
			.query(OperationRows::operation)
			.list();
	}

	/**
	 * What operations wait for; those that wait for nothing are left out.
	 */
	Map<UUID, WaitingFor> waiting(Collection<UUID> ids) {
		Map<UUID, WaitingFor> waiting = new HashMap<>();
		this.jdbc.sql("""
				select id, waiting_kind, waiting_message, waiting_choice from operation
				where id in (:ids) and waiting_kind is not null""").param("ids", ids).query((row) -> {
			waiting.put(row.getObject("id", UUID.class), Objects.requireNonNull(OperationRows.waitingFor(row)));
		});
		return waiting;
	}

	Optional<Operation> unfinishedOf(UUID experimentId) {
		return this.jdbc.sql("select * from operation where experiment_id = :experiment and not overtaken" + UNFINISHED)
			.param("experiment", experimentId)
			.query(OperationRows::operation)
			.optional();
	}

	Optional<Operation> holderOf(String account, String region, String name) {
		return this.jdbc.sql("""
				select * from operation
				where holds_name and account = :account and region = :region and lower(name) = lower(:name)""")
			.param("account", account)
			.param("region", region)
			.param("name", name)
			.query(OperationRows::operation)
			.optional();
	}

	/**
	 * Locks a row until the end of the transaction, whatever its state.
	 */
	Optional<ClaimedRow> lock(UUID id) {
		return this.jdbc.sql("select * from operation where id = :id for update")
			.param("id", id)
			.query(OperationRows::claimed)
			.optional();
	}

	void fence(UUID id) {
		this.jdbc.sql("update operation set fence = fence + 1 where id = :id" + UNFINISHED).param("id", id).update();
	}

	/**
	 * Something is about to be sent. What a person chose was about what stood there
	 * before and is forgotten.
	 */
	void sending(UUID id) {
		this.jdbc.sql("update operation set state = 'sending', choice = null where id = :id" + UNFINISHED)
			.param("id", id)
			.update();
	}

	/**
	 * Operations of an experiment, other than about tags, whose requests left at or after
	 * a moment or that are under way.
	 */
	List<Operation> sentSince(UUID experimentId, Instant since) {
		return this.jdbc.sql("""
				select * from operation where experiment_id = :experiment and type <> 'tag'
					and exists (
						select 1 from attempt where operation_id = operation.id
							and (sent_at >= :since or ended_at is null or ended_at >= :since))""")
			.param("experiment", experimentId)
			.param("since", OperationRows.column(since))
			.query(OperationRows::operation)
			.list();
	}

	/**
	 * Since when it is not found, or that it is there.
	 */
	void missing(UUID id, @Nullable Instant since) {
		this.jdbc.sql("update operation set missing_since = :since where id = :id" + UNFINISHED)
			.param("id", id)
			.param("since", (since != null) ? OperationRows.column(since) : null)
			.update();
	}

	/**
	 * Lets a stop go past an unfinished operation, which is to give up.
	 */
	void overtake(UUID id) {
		this.jdbc.sql("update operation set cancel = true, overtaken = true where id = :id" + UNFINISHED)
			.param("id", id)
			.update();
	}

	void waiting(UUID id, @Nullable WaitingFor waiting, Duration backoff) {
		this.jdbc.sql("""
				update operation set waiting_kind = :kind, waiting_message = :message, waiting_choice = :choice,
					backoff_millis = :backoff
				where id = :id""" + UNFINISHED)
			.param("id", id)
			.param("kind", (waiting != null) ? waiting.kind().id() : null)
			.param("message", (waiting != null) ? waiting.message() : null)
			.param("choice", waiting != null && waiting.choice())
			.param("backoff", backoff.toMillis())
			.update();
	}

	/**
	 * Ends an operation. Only a confirmed one goes on holding its name.
	 * @return false if it had ended already
	 */
	boolean end(UUID id, OperationState state, Instant at, @Nullable String arn, @Nullable OperationError error) {
		return this.jdbc
			.sql("""
					update operation set state = :state, ended_at = :at, arn = :arn, error_code = :code,
						error_message = :message, error_request_id = :requestId, error_pointer = :pointer,
						error_difference = :difference,
						holds_name = holds_name and :holds, waiting_kind = null, waiting_message = null, waiting_choice = false
					where id = :id"""
					+ UNFINISHED)
			.param("id", id)
			.param("state", state.id())
			.param("at", OperationRows.column(at))
			.param("arn", arn)
			.param("code", (error != null) ? error.code() : null)
			.param("message", (error != null) ? error.message() : null)
			.param("requestId", (error != null) ? error.requestId() : null)
			.param("pointer", (error != null) ? error.pointer() : null)
			.param("difference", (error != null) ? Differences.write(error.differences()) : null)
			.param("holds", state == OperationState.CONFIRMED)
			.update() == 1;
	}

	void orphan(UUID id, String arn) {
		this.jdbc.sql("update operation set orphan_arn = :arn where id = :id")
			.param("id", id)
			.param("arn", arn)
			.update();
	}

	void cancel(UUID id) {
		this.jdbc.sql("update operation set cancel = true where id = :id" + UNFINISHED).param("id", id).update();
	}

	void choose(UUID id, Choice choice) {
		this.jdbc.sql("update operation set choice = :choice where id = :id" + UNFINISHED)
			.param("id", id)
			.param("choice", choice.id())
			.update();
	}

}
