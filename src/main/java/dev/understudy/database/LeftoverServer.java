package dev.understudy.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that outlived the process that had started it. It keeps its data
 * directory busy, so it has to go before the next one can start.
 */
final class LeftoverServer {

	private static final Logger logger = LoggerFactory.getLogger(LeftoverServer.class);

	private final Path pidFile;

	private LeftoverServer(Path pidFile) {
		this.pidFile = pidFile;
	}

	static LeftoverServer in(Path data) {
		return new LeftoverServer(data.resolve("postmaster.pid"));
	}

	void stop(Duration patience) throws IOException {
		Optional<ProcessHandle> server = find();
		if (server.isPresent()) {
			logger.info("Stopping the PostgreSQL (process {}) that an earlier run left behind", server.get().pid());
			end(server.get(), patience);
		}
		Files.deleteIfExists(this.pidFile);
	}

	private Optional<ProcessHandle> find() throws IOException {
		if (!Files.exists(this.pidFile)) {
			return Optional.empty();
		}
		String pid = Files.readAllLines(this.pidFile).getFirst().strip();
		// The number may belong to something else by now.
		return ProcessHandle.of(Long.parseLong(pid))
			.filter((
					process) -> process.info().command().filter((command) -> command.contains("postgres")).isPresent());
	}

	private static void end(ProcessHandle server, Duration patience) throws IOException {
		server.destroy();
		try {
			server.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			server.destroyForcibly();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted while waiting for a PostgreSQL to stop", ex);
		}
		catch (ExecutionException ex) {
			throw new IOException(ex);
		}
	}

}
