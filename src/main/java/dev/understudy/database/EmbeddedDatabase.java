package dev.understudy.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A PostgreSQL server that lives and dies with this process and keeps its data in a
 * directory.
 */
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

	private final DirectoryLock lock;

	private final EmbeddedPostgres server;

	private EmbeddedDatabase(DirectoryLock lock, EmbeddedPostgres server) {
		this.lock = lock;
		this.server = server;
	}

	/**
	 * Starts the server, first ending one that a killed process left behind.
	 * @param dataDirectory where the database keeps its files, below "postgres"
	 * @return the running server
	 * @throws AlreadyRunningException if another process has this directory
	 */
	static EmbeddedDatabase start(Path dataDirectory) {
		DirectoryLock lock = DirectoryLock.take(dataDirectory);
		try {
			Path home = Files.createDirectories(dataDirectory.resolve("postgres"));
			Path data = home.resolve("data");
			LeftoverServer.in(data).stop(Duration.ofSeconds(30));
			return new EmbeddedDatabase(lock, builder(home, data).start());
		}
		catch (IOException ex) {
			lock.close();
			throw new UncheckedIOException("The embedded PostgreSQL in %s did not start".formatted(dataDirectory), ex);
		}
	}

	// The library makes throw-away servers by default; ours has to survive a crash.
	private static EmbeddedPostgres.Builder builder(Path home, Path data) {
		return EmbeddedPostgres.builder()
			.setDataDirectory(data)
			.setCleanDataDirectory(false)
			.setOverrideWorkingDirectory(home.toFile())
			.setRegisterShutdownHook(false)
			.setPGStartupWait(Duration.ofSeconds(60))
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("full_page_writes", "on");
	}

	@Override
	public String getJdbcUrl() {
		return "jdbc:postgresql://localhost:%d/postgres".formatted(this.server.getPort());
	}

	@Override
	public String getUsername() {
		return "postgres";
	}

	@Override
	public String getPassword() {
		return "";
	}

	@Override
	public void close() throws IOException {
		try (this.lock) {
			this.server.close();
		}
	}

}
