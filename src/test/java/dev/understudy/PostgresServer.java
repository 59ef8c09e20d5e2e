package dev.understudy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The one PostgreSQL server of a test run: a container where a Docker engine answers,
 * else the embedded binaries. Everybody gets a database of their own, because the audit
 * trail cannot be emptied.
 */
public final class PostgresServer {

	private static final AtomicInteger COUNT = new AtomicInteger();

	private static final Database ADMIN = start();

	private PostgresServer() {
	}

	/**
	 * Makes an empty database.
	 * @return how to connect to it
	 */
	public static Database newDatabase() {
		return newDatabase("");
	}

	/**
	 * Makes a database that has all its tables already: a copy, because migrating takes
	 * longer than copying.
	 * @return how to connect to it
	 */
	public static Database newMigratedDatabase() {
		return newDatabase(" template " + Model.NAME);
	}

	private static Database newDatabase(String source) {
		String name = "test_" + COUNT.incrementAndGet();
		try (Connection connection = ADMIN.connect(); Statement statement = connection.createStatement()) {
			statement.execute("create database " + name + source);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return new Database(ADMIN.url().replaceFirst("/[^/]+$", "/" + name), ADMIN.user(), ADMIN.password());
	}

	private static Database start() {
		boolean docker = DockerClientFactory.instance().isDockerAvailable();
		if (!docker && Requirements.DOCKER.isRequired()) {
			throw new AssertionError("DOCKER NOT FOUND: no Docker engine answers");
		}
		return docker ? container() : embedded();
	}

	@SuppressWarnings("resource") // lives as long as the test run
	private static Database container() {
		PostgreSQLContainer container = new PostgreSQLContainer("postgres:17").withCommand("postgres", "-c",
				"fsync=off", "-c", "max_connections=1000");
		container.start();
		Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
		return new Database(container.getJdbcUrl().replaceFirst("\\?.*$", ""), container.getUsername(),
				container.getPassword());
	}

	private static Database embedded() {
		try {
			EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("max_connections", "1000").start();
			return new Database("jdbc:postgresql://localhost:%d/postgres".formatted(server.getPort()), "postgres",
					"postgres");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What is copied, migrated when somebody first asks. */
	private static final class Model {

		static final String NAME = migrate(newDatabase());

		private static String migrate(Database database) {
			Flyway.configure()
				.dataSource(database.url(), database.user(), database.password())
				.locations("classpath:db/migration")
				.load()
				.migrate();
			return database.url().replaceFirst(".*/", "");
		}

	}

	/**
	 * How to connect to a database.
	 *
	 * @param url JDBC URL without parameters
	 * @param user database user
	 * @param password that user's password
	 */
	public record Database(String url, String user, String password) implements JdbcConnectionDetails {

		/**
		 * Opens a connection of its own, outside any pool.
		 * @return the connection
		 * @throws SQLException if the server refuses
		 */
		public Connection connect() throws SQLException {
			return DriverManager.getConnection(this.url, this.user, this.password);
		}

		@Override
		public String getUsername() {
			return this.user;
		}

		@Override
		public String getPassword() {
			return this.password;
		}

		@Override
		public String getJdbcUrl() {
			return this.url;
		}

	}

}
