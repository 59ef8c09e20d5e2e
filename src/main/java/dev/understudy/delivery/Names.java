package dev.understudy.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lets go of names that are free again: their experiment is known to be gone, and no
 * request of it can still take effect.
 */
@Repository
class Names {

	/** An attempt of which the request may still take effect. */
	private static final String OPEN = """
			attempt.sent_at > :unsettled and (attempt.answer is null or attempt.answer in ('unclear', 'throttled')
			    or (attempt.answer = 'in-use' and attempt.answered_at > :inUse))""";

	private final JdbcClient jdbc;

	private final DeliveryProperties properties;

	Names(JdbcClient jdbc, DeliveryProperties properties) {
		this.jdbc = jdbc;
		this.properties = properties;
	}

	void gone(UUID experimentId, Instant now) {
		this.jdbc.sql("""
				update operation set gone_at = :now
				where experiment_id = :experiment and holds_name and gone_at is null and ended_at is not null""")
			.param("experiment", experimentId)
			.param("now", OperationRows.column(now))
			.update();
	}

	/**
	 * An operation of another experiment by a name, of which a request may still take
	 * effect: it would hit whoever has the name by then. One that was adopted holds no
	 * name.
	 */
	Optional<Operation> actsOn(NewOperation asked, Instant now) {
		return this.jdbc.sql("""
				select * from operation
				where account = :account and region = :region and lower(name) = lower(:name)
					and experiment_id <> :experiment and exists (
						select 1 from attempt where operation_id = operation.id and %s)
				limit 1""".formatted(OPEN))
			.param("account", asked.target().account())
			.param("region", asked.target().region())
			.param("name", asked.name())
			.param("experiment", asked.experimentId())
			.param("inUse", OperationRows.column(now.minus(this.properties.inUse())))
			.param("unsettled", OperationRows.column(now.minus(this.properties.settle())))
			.query(OperationRows::operation)
			.optional();
	}

	/**
	 * Frees every name that can be freed.
	 */
	void free(Instant now) {
		this.jdbc.sql("""
				update operation set holds_name = false
				where holds_name and gone_at is not null and not exists (
					select 1 from operation any_of_it join attempt on attempt.operation_id = any_of_it.id
					where any_of_it.experiment_id = operation.experiment_id and %s)""".formatted(OPEN))
			.param("inUse", OperationRows.column(now.minus(this.properties.inUse())))
			.param("unsettled", OperationRows.column(now.minus(this.properties.settle())))
			.update();
	}

}
