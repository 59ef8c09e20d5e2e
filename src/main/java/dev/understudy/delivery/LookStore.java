package dev.understudy.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Looks at SageMaker in the database.
 */
@Repository
class LookStore {

	private final JdbcClient jdbc;

	LookStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Takes note of a look; one that shows and leads to the same as the last one only
	 * counts.
	 */
	void add(UUID id, Instant at, Sight sight, String decided) {
		String seen = sight.seen().words();
		int again = look("""
				update look set last_at = :at, times = times + 1, aws_request_id = :requestId, millis = :millis
				where operation_id = :id and n = (select max(n) from look where operation_id = :id)
					and seen = :seen and decided = :decided""", id, at, sight, seen, decided);
		if (again == 0) {
			look("""
					insert into look (operation_id, n, first_at, last_at, times, seen, decided, aws_request_id, millis)
					select :id, coalesce(max(n), 0) + 1, :at, :at, 1, :seen, :decided, :requestId, :millis
					from look where operation_id = :id""", id, at, sight, seen, decided);
		}
	}

	private int look(String sql, UUID id, Instant at, Sight sight, String seen, String decided) {
		return this.jdbc.sql(sql)
			.param("id", id)
			.param("at", OperationRows.column(at))
			.param("seen", seen)
			.param("decided", decided)
			.param("requestId", sight.awsRequestId())
			.param("millis", sight.duration().toMillis())
			.update();
	}

	List<Look> of(UUID id) {
		return this.jdbc.sql("select * from look where operation_id = :id order by n")
			.param("id", id)
			.query(OperationRows::look)
			.list();
	}

}
