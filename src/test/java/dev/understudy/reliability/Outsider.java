package dev.understudy.reliability;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody with the same AWS account who knows nothing of the application.
 */
final class Outsider {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final DateTimeFormatter AMZ_DATE = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private final HttpClient http = HttpClient.newHttpClient();

	private final URI simulator;

	Outsider(URI simulator) {
		this.simulator = simulator;
	}

	void create(String definition) {
		ObjectNode input = (ObjectNode) JSON.readTree(definition);
		input.put("Description", Wire.SOMEBODY_ELSE).remove("Tags");
		ObjectNode schedule = (ObjectNode) input.path("Schedule");
		// As the SDKs write times on the wire.
		for (String time : List.of("StartTime", "EndTime")) {
			schedule.put(time, Instant.parse(schedule.path(time).asString()).getEpochSecond());
		}
		call("CreateInferenceExperiment", input);
	}

	/** Starts it. */
	void start(String name) {
		call("StartInferenceExperiment", named(name));
	}

	/** Stops it, so that production stays as it was. */
	void stop(String name) {
		ObjectNode input = named(name);
		input.putObject("ModelVariantActions").put("production", "Retain").put("shadow", "Remove");
		call("StopInferenceExperiment", input);
	}

	/** Deletes it, as soon as its status allows that. */
	void delete(String name) {
		call("DeleteInferenceExperiment", named(name));
	}

	JsonNode describe(String name) {
		return call("DescribeInferenceExperiment", named(name));
	}

	private static ObjectNode named(String name) {
		return JSON.createObjectNode().put("Name", name);
	}

	private JsonNode call(String operation, JsonNode input) {
		Map<String, String> headers = Map.of("x-amz-target", "SageMaker." + operation, "x-amz-date",
				AMZ_DATE.format(Instant.now()), "authorization", "AWS4-HMAC-SHA256 somebody", "content-type",
				"application/x-amz-json-1.1");
		WireCall call = new WireCall(headers, input.toString().getBytes(StandardCharsets.UTF_8));
		try {
			WireAnswer answer = WireAnswer.of(this.http.send(call.to(this.simulator), BodyHandlers.ofByteArray()));
			if (!answer.isAccepted()) {
				throw new IllegalStateException(new String(answer.body(), StandardCharsets.UTF_8));
			}
			return JSON.readTree(answer.body());
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
