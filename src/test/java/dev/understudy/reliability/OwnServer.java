package dev.understudy.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import dev.understudy.PostgresServer.Database;

/**
 * A PostgreSQL server for one test alone, which it may stop and start again.
 */
final class OwnServer implements AutoCloseable {

	private final Path directory;

	private final int port;

	private EmbeddedPostgres server;

	OwnServer(Path directory) {
		this.directory = directory;
		this.server = start(0);
		this.port = this.server.getPort();
	}

	Database database() {
		return new Database("jdbc:postgresql://localhost:%d/postgres".formatted(this.port), "postgres", "postgres");
	}

	/** Stops it; whoever is connected loses the connection. */
	void stop() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Starts it again on the same port and with the same data. */
	void start() {
		this.server = start(this.port);
	}

	private EmbeddedPostgres start(int wanted) {
		try {
			EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
				.setDataDirectory(this.directory.resolve("data"))
				.setCleanDataDirectory(false)
				.setOverrideWorkingDirectory(this.directory.toFile())
				.setServerConfig("max_connections", "200");
			return ((wanted > 0) ? builder.setPort(wanted) : builder).start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		stop();
	}

}
