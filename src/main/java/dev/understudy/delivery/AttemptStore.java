package dev.understudy.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Attempts in the database. An attempt is answered once.
 */
@Repository
class AttemptStore {

	private final JdbcClient jdbc;

	AttemptStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Attempt> of(UUID id) {
		return this.jdbc.sql("select * from attempt where operation_id = :id order by n")
			.param("id", id)
			.query(OperationRows::attempt)
			.list();
	}

	/**
	 * The attempts of several operations, by operation; nothing for one without any.
	 */
	Map<UUID, List<Attempt>> of(Collection<UUID> ids) {
		Map<UUID, List<Attempt>> attempts = new HashMap<>();
		if (!ids.isEmpty()) {
			this.jdbc.sql("select * from attempt where operation_id in (:ids) order by operation_id, n")
				.param("ids", ids)
				.query((row) -> {
					attempts.computeIfAbsent(row.getObject("operation_id", UUID.class), (id) -> new ArrayList<>())
						.add(OperationRows.attempt(row, 0));
				});
		}
		return attempts;
	}

	/**
	 * Writes the intent to send.
	 */
	void intend(UUID id, int n, String call, String seen, Instant now) {
		this.jdbc.sql("insert into attempt (operation_id, n, call, seen, sent_at) values (:id, :n, :call, :seen, :now)")
			.param("id", id)
			.param("n", n)
			.param("call", call)
			.param("seen", seen)
			.param("now", OperationRows.column(now))
			.update();
	}

	void answer(UUID id, int n, Answer answer) {
		this.jdbc.sql("""
				update attempt set answer = :answer, answered_at = :at, code = :code, message = :message,
					aws_request_id = :requestId
				where operation_id = :id and n = :n and answer is null""")
			.param("id", id)
			.param("n", n)
			.param("answer", answer.kind().id())
			.param("at", OperationRows.column(answer.at()))
			.param("code", answer.code())
			.param("message", answer.message())
			.param("requestId", answer.awsRequestId())
			.update();
	}

	/**
	 * The attempts of the other operations of an experiment since a moment. What was
	 * accepted is left out once a look has shown it.
	 */
	List<Attempt> ofOthers(Operation operation, Instant since) {
		return this.jdbc.sql("""
				select attempt.* from attempt join operation on operation.id = operation_id
				where experiment_id = :experiment and operation_id <> :id and sent_at > :since
					and (ended_at is null or answer is distinct from 'accepted')""")
			.param("experiment", operation.experimentId())
			.param("id", operation.id())
			.param("since", OperationRows.column(since))
			.query(OperationRows::attempt)
			.list();
	}

	/**
	 * When the Create of an experiment was sent last.
	 */
	Optional<Instant> createSent(UUID experimentId) {
		return this.jdbc.sql("""
				select max(sent_at) from attempt join operation on operation.id = operation_id
				where experiment_id = :experiment and type = 'create'""")
			.param("experiment", experimentId)
			.query((row, index) -> OperationRows.timeOrNull(row, "max"))
			.stream()
			.filter(Objects::nonNull)
			.findFirst();
	}

}
