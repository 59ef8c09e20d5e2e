package dev.understudy.reliability;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.understudy.PostgresServer.Database;
import dev.understudy.delivery.SecondReplica;

/**
 * Does at a {@link FaultPoint} what a {@link Fault} says, in the thread that passes it.
 */
final class Harm {

	private static final Duration LONGER_THAN_A_CLAIM = Duration.ofMillis(1400);

	private static final Duration OUTAGE = Duration.ofMillis(700);

	private final JdbcClient jdbc;

	private final HikariDataSource pool;

	private final Database database;

	private final SecondReplica replica;

	private final Wire wire;

	Harm(ApplicationContext context, Database database, Wire wire) {
		this.jdbc = context.getBean(JdbcClient.class);
		this.pool = context.getBean(HikariDataSource.class);
		this.database = database;
		this.replica = new SecondReplica(context);
		this.wire = wire;
	}

	Runnable of(Fault fault, UUID operation) {
		return switch (fault) {
			case EXCEPTION -> () -> {
				throw new IllegalStateException("Injected");
			};
			case PAUSED_PROCESS -> () -> pause(LONGER_THAN_A_CLAIM);
			case SECOND_REPLICA -> () -> race(operation);
			case CONNECTION_LOST_BEFORE_COMMIT -> () -> synchronize(new BeforeCommit(backend()));
			case CONNECTION_LOST_AT_COMMIT -> () -> synchronize(new AfterCommit(backend(), false));
			case CONNECTION_LOST_AFTER_COMMIT -> () -> synchronize(new AfterCommit(backend(), true));
			case POOL_EXHAUSTED -> this::exhaust;
			case CONNECTION_REFUSED -> this::unplug;
			default -> throw new IllegalArgumentException("Not done in the process: " + fault.id());
		};
	}

	private void race(UUID operation) {
		CompletableFuture<Void> other = CompletableFuture.runAsync(() -> this.replica.deliver(operation));
		// Where this one holds the row, the other one has to wait for it.
		other.completeOnTimeout(null, 400, TimeUnit.MILLISECONDS).join();
	}

	private int backend() {
		return this.jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
	}

	private static void synchronize(TransactionSynchronization synchronization) {
		TransactionSynchronizationManager.registerSynchronization(synchronization);
	}

	private void terminate(int backend) {
		try (Connection connection = this.database.connect()) {
			connection.createStatement().execute("select pg_terminate_backend(%d, 5000)".formatted(backend));
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void exhaust() {
		List<Connection> taken = new ArrayList<>();
		for (int n = 0; n < this.pool.getMaximumPoolSize(); n++) {
			try {
				taken.add(this.pool.getConnection());
			}
			catch (SQLException ex) {
				// Somebody else has it; that will do.
				break;
			}
		}
		Thread.ofVirtual().start(() -> {
			pause(OUTAGE);
			taken.forEach(this.pool::evictConnection);
		});
	}

	private void unplug() {
		this.wire.unplug();
		Thread.ofVirtual().start(() -> {
			pause(OUTAGE);
			this.wire.plug();
		});
	}

	private static void pause(Duration time) {
		try {
			Thread.sleep(time);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** The connection is gone when the transaction wants to commit. */
	private final class BeforeCommit implements TransactionSynchronization {

		private final int backend;

		BeforeCommit(int backend) {
			this.backend = backend;
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			terminate(this.backend);
		}

	}

	/** The connection is gone when it has, before or after the process learns of it. */
	private final class AfterCommit implements TransactionSynchronization {

		private final int backend;

		private final boolean known;

		AfterCommit(int backend, boolean known) {
			this.backend = backend;
			this.known = known;
		}

		@Override
		public void afterCommit() {
			terminate(this.backend);
			if (!this.known) {
				throw new DataAccessResourceFailureException("The connection broke before the server's answer");
			}
		}

	}

}
