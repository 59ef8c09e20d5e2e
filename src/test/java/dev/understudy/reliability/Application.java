package dev.understudy.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import dev.understudy.Patience;
import dev.understudy.PostgresServer.Database;

/**
 * The whole application as a process of its own, which a test can kill, stop, pause and
 * start again on the same port.
 */
final class Application implements AutoCloseable {

	/** All replicas have to be told the same, or only the first of them sends. */
	private static final String INSTALLATION = "01938f00-0000-7000-8000-00000000ca11";

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final Path directory;

	private final @Nullable QuickStart quick;

	private final Class<?> main;

	private final Map<String, Object> properties;

	private final int port;

	private Process process;

	private Application(Path directory, @Nullable QuickStart quick, Class<?> main, Map<String, Object> properties,
			int port) {
		this.directory = directory;
		this.quick = quick;
		this.main = main;
		this.properties = properties;
		this.port = port;
		this.process = launch();
		// It would outlive a program that is interrupted.
		Runtime.getRuntime().addShutdownHook(new Thread(() -> this.process.destroyForcibly()));
	}

	/**
	 * Starts one and does not wait for it.
	 * @param directory for its files and its log
	 * @param quick what makes it start sooner, made by the first start, if wanted
	 * @param main the class to run
	 * @param database which it shares with the others
	 * @param sageMaker where SageMaker answers
	 * @param more further properties
	 */
	static Application start(Path directory, @Nullable QuickStart quick, Class<?> main, Database database,
			URI sageMaker, Map<String, ?> more) {
		int port = freePort();
		Map<String, Object> properties = new TreeMap<>();
		properties.put("server.port", port);
		properties.put("spring.datasource.url",
				"%s?ApplicationName=%s".formatted(database.url(), directory.getFileName()));
		properties.put("spring.datasource.username", database.user());
		properties.put("spring.datasource.password", database.password());
		properties.put("understudy.data-dir", directory);
		properties.put("understudy.installation-id", INSTALLATION);
		properties.put("understudy.sagemaker.endpoint", sageMaker);
		properties.put("understudy.sandbox.samples", false);
		properties.putAll(more);
		return new Application(directory, quick, main, properties, port);
	}

	private Process launch() {
		if (this.quick == null) {
			return launch(System.getProperty("java.class.path"), List.of());
		}
		if (!Files.exists(this.quick.cache())) {
			launch(this.quick.classPath(), this.quick.recording()).onExit().join();
		}
		return launch(this.quick.classPath(), this.quick.using());
	}

	private Process launch(String classPath, List<String> options) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC", "-Xmx400m", "--enable-native-access=ALL-UNNAMED"));
		command.addAll(options);
		command.addAll(List.of("-cp", classPath, this.main.getName()));
		this.properties.forEach((name, value) -> command.add("--%s=%s".formatted(name, value)));
		try {
			Files.createDirectories(this.directory);
			return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What the database calls it. */
	String name() {
		return this.directory.getFileName().toString();
	}

	Path log() {
		return this.directory.resolve("application.log");
	}

	URI api() {
		return URI.create("http://localhost:%d/api/v1/".formatted(this.port));
	}

	/** Waits until it takes requests. */
	Application awaitReady() {
		Awaitility.await("the start of " + this.directory)
			.atMost(Patience.VERY_LONG)
			.pollInterval(Duration.ofMillis(200))
			.until(() -> !this.process.isAlive() || isReady());
		if (!this.process.isAlive()) {
			throw new IllegalStateException("The application ended; see " + log());
		}
		return this;
	}

	boolean isReady() {
		HttpRequest health = HttpRequest
			.newBuilder(URI.create("http://localhost:%d/actuator/health".formatted(this.port)))
			.timeout(Duration.ofSeconds(5))
			.build();
		try {
			return HTTP.send(health, BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/** Kills it without a chance to tidy up, and waits until it is gone. */
	void kill() {
		this.process.destroyForcibly();
		awaitEnd(Duration.ofSeconds(10));
	}

	/** Asks it to end (SIGTERM) and does not wait. */
	void terminate() {
		this.process.destroy();
	}

	/** Waits until it has ended by itself. */
	int awaitEnd(Duration atMost) {
		try {
			if (!this.process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new IllegalStateException("The application still runs; see " + log());
			}
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Freezes it where it is (SIGSTOP). */
	void freeze() {
		signal("STOP");
	}

	/** Lets it go on (SIGCONT). */
	void thaw() {
		signal("CONT");
	}

	void restart() {
		this.process = launch();
	}

	@Override
	public void close() {
		kill();
	}

	private void signal(String name) {
		try {
			int exit = new ProcessBuilder("kill", "-" + name, Long.toString(this.process.pid())).inheritIO()
				.start()
				.waitFor();
			if (exit != 0) {
				throw new IllegalStateException("kill -%s ended with %d".formatted(name, exit));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
