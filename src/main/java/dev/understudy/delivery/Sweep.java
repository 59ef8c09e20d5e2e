package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.understudy.database.DatabaseClock;
import dev.understudy.database.Jobs;

/**
 * Tidies up every now and then: wakes unfinished operations that nobody is to work on,
 * frees names, and forgets old idempotency keys.
 */
@Component
class Sweep {

	private static final Logger logger = LoggerFactory.getLogger(Sweep.class);

	private static final Duration KEYS = Duration.ofDays(7);

	private final JdbcClient jdbc;

	private final DatabaseClock clock;

	private final Names names;

	private final Jobs jobs;

	Sweep(JdbcClient jdbc, DatabaseClock clock, Names names, Jobs jobs) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.names = names;
		this.jobs = jobs;
	}

	void run() {
		Instant now = this.clock.now();
		this.jdbc.sql("""
				select id from operation where state in ('queued', 'sending') and not exists (
					select 1 from scheduled_tasks where task_name = :task and task_instance = operation.id::text)""")
			.param("task", Operations.JOB)
			.query(UUID.class)
			.list()
			.stream()
			.filter((id) -> this.jobs.schedule(Operations.job(id), Duration.ZERO))
			.forEach((id) -> logger.warn("Operation {} was unfinished and nobody was to work on it", id));
		this.names.free(now);
		this.jdbc.sql("delete from idempotent_request where created_at < :old")
			.param("old", OperationRows.column(now.minus(KEYS)))
			.update();
	}

}
