package dev.understudy.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

	private static final Duration CLOSE = Duration.ofSeconds(10);

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

	// The file's first line is the process, the third when it started, in seconds.
	private Optional<ProcessHandle> find() throws IOException {
		List<String> lines = Files.exists(this.pidFile) ? Files.readAllLines(this.pidFile) : List.of();
		if (lines.size() < 3) {
			return Optional.empty();
		}
		Instant started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
		return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter((process) -> isSame(process, started));
	}

	/** The number may belong to something else by now. */
	private static boolean isSame(ProcessHandle process, Instant started) {
		return process.info()
			.startInstant()
			.filter((instant) -> Duration.between(instant, started).abs().compareTo(CLOSE) < 0)
			.isPresent();
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
