package dev.understudy.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A call that the simulator accepted and that changed something, as its own journal has
 * it.
 *
 * @param operation AWS's name of it
 * @param name the experiment
 * @param owner the operation in its owner tag; null for somebody else's
 * @param requestId AWS's id of the request
 * @param input the request
 */
record Accepted(String operation, String name, @Nullable String owner, String requestId, JsonNode input) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** Everything that was accepted, in order, of a simulator's data directory. */
	static List<Accepted> by(Path simulator) {
		try (Stream<String> lines = Files.lines(simulator.resolve("journal.jsonl"))) {
			return lines.map(JSON::readTree)
				.filter((line) -> !line.path("operation").asString().startsWith("Simulator."))
				.map(Accepted::of)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Accepted of(JsonNode line) {
		JsonNode input = line.path("input");
		String arn = input.path("ResourceArn").asString("");
		return new Accepted(line.path("operation").asString(),
				input.path("Name").asString(arn.substring(arn.lastIndexOf('/') + 1)), owner(input),
				line.path("requestId").asString(), input);
	}

	// <installation>/<operation>
	private static @Nullable String owner(JsonNode input) {
		for (JsonNode tag : input.path("Tags")) {
			if (tag.path("Key").asString().equals("understudy:operation")) {
				String value = tag.path("Value").asString();
				return value.substring(value.indexOf('/') + 1);
			}
		}
		return null;
	}

	boolean is(String wanted) {
		return this.operation.equals(wanted);
	}

}
