package dev.understudy.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The simulator as a process of its own, so that a test can kill the application and not
 * "SageMaker", or the other way round.
 */
public final class SimulatorProcess implements AutoCloseable {

	private static final Pattern LISTENING = Pattern
		.compile("Simulator listening on http://localhost:(\\d+)/simulator/aws");

	private static final int START_SECONDS = 90;

	private final Path dataDirectory;

	private final List<String> arguments;

	private final Process process;

	private final int port;

	private SimulatorProcess(Path dataDirectory, int wantedPort, List<String> arguments) {
		this.dataDirectory = dataDirectory;
		this.arguments = List.copyOf(arguments);
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC", "-Xmx256m", "-cp", System.getProperty("java.class.path"),
						Simulator.class.getName(), "--server.port=" + wantedPort,
						"--understudy.simulator.data-dir=" + dataDirectory, "--understudy.simulator.control=true"));
		command.addAll(arguments);
		try {
			this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.port = awaitPort();
	}

	/**
	 * Starts it on a free port; arguments such as
	 * {@code --understudy.simulator.provisioning=0s} may follow.
	 */
	public static SimulatorProcess start(Path dataDirectory, String... arguments) {
		return new SimulatorProcess(dataDirectory, 0, List.of(arguments));
	}

	/** Starts it again where it was, on the same port and with the same journal. */
	public SimulatorProcess restart() {
		kill();
		return new SimulatorProcess(this.dataDirectory, this.port, this.arguments);
	}

	/** What an AWS client takes as its endpoint override. */
	public URI endpoint() {
		return URI.create("http://localhost:%d/simulator/aws".formatted(this.port));
	}

	public int port() {
		return this.port;
	}

	public SimulatorControl control() {
		return new SimulatorControl(this.port);
	}

	/** Kills it without a chance to tidy up, and waits until it is gone. */
	public void kill() {
		this.process.destroyForcibly();
		try {
			this.process.waitFor();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		kill();
	}

	private int awaitPort() {
		CompletableFuture<Integer> found = new CompletableFuture<>();
		List<String> output = new ArrayList<>();
		// Reading a pipe blocks its thread, and a virtual one would hold a carrier for
		// good.
		Thread.ofPlatform().daemon().start(() -> read(found, output));
		try {
			return found.get(START_SECONDS, TimeUnit.SECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			kill();
			throw new IllegalStateException("The simulator did not start:\n" + String.join("\n", output), ex);
		}
		catch (InterruptedException ex) {
			kill();
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private void read(CompletableFuture<Integer> found, List<String> output) {
		try (BufferedReader lines = this.process.inputReader(StandardCharsets.UTF_8)) {
			String line = lines.readLine();
			while (line != null) {
				output.add(line);
				Matcher listening = LISTENING.matcher(line);
				if (listening.find()) {
					found.complete(Integer.valueOf(listening.group(1)));
				}
				line = lines.readLine();
			}
		}
		catch (IOException ex) {
			output.add(ex.toString());
		}
		found.completeExceptionally(new IllegalStateException("The process ended"));
	}

}
