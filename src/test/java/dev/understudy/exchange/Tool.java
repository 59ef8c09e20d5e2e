package dev.understudy.exchange;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.understudy.Patience;
import dev.understudy.Requirements;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A program of this machine that nobody here wrote.
 */
record Tool(Path executable) {

	private static final Map<String, String> ENVIRONMENT = Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY",
			"test", "AWS_PAGER", "", "AWS_CONFIG_FILE", "/dev/null", "AWS_SHARED_CREDENTIALS_FILE", "/dev/null",
			"TF_CLI_CONFIG_FILE", "/dev/null", "CHECKPOINT_DISABLE", "1", "LC_ALL", "C.UTF-8", "PYTHONUTF8", "1");

	/** The first of that name on the path; without it the test is skipped. */
	static Tool demand(Requirements requirement, String name, String remedy) {
		Optional<Path> found = find(name);
		requirement.demand(found.isPresent(), remedy);
		return new Tool(found.orElseThrow());
	}

	/** The shell that every POSIX system has. */
	static Tool shell() {
		return new Tool(find("sh").orElseThrow());
	}

	static Optional<Path> find(String name) {
		return Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.map((folder) -> Path.of(folder, name))
			.filter(Files::isExecutable)
			.findFirst();
	}

	/** What it prints, and nothing went wrong. */
	String run(Path directory, String input, String... arguments) {
		Result result = tried(directory, input, arguments);
		assertThat(result.exit()).as(result.errors() + result.output()).isZero();
		return result.output();
	}

	Result tried(Path directory, String input, String... arguments) {
		List<String> command = new ArrayList<>(List.of(this.executable.toString()));
		command.addAll(List.of(arguments));
		try {
			Path in = Files.writeString(Files.createTempFile(directory, "in", ""), input);
			Path errors = Files.createTempFile(directory, "errors", "");
			ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
				.redirectInput(in.toFile())
				.redirectError(errors.toFile());
			builder.environment().putAll(ENVIRONMENT);
			Process process = builder.start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(process.waitFor(Patience.VERY_LONG)).isTrue();
			return new Result(process.exitValue(), output, Files.readString(errors));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	record Result(int exit, String output, String errors) {
	}

}
