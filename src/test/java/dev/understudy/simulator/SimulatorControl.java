package dev.understudy.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of {@code /simulator/control}: what a test does behind the back of whoever
 * talks to the simulator.
 */
public final class SimulatorControl {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newHttpClient();

	private final URI root;

	public SimulatorControl(int port) {
		this.root = URI.create("http://localhost:%d/simulator/control/".formatted(port));
	}

	/** Lets the next call of an operation go wrong; see {@code Fault.Kind} for kinds. */
	public void fault(String operation, String kind) {
		fault(operation, kind, Map.of());
	}

	/** With more said: name, times, millis, items, acting, code, status, message. */
	public void fault(String operation, String kind, Map<String, ?> more) {
		Map<String, Object> fault = new HashMap<>(more);
		fault.put("operation", operation);
		fault.put("kind", kind);
		send("POST", "faults", JSON.writeValueAsString(fault));
	}

	public List<JsonNode> waitingFaults() {
		return items(send("GET", "faults", ""));
	}

	public void clearFaults() {
		send("DELETE", "faults", "");
	}

	public Instant now() {
		return Instant.parse(send("GET", "clock", "").get("now").asString());
	}

	/** Moves the simulator's clock forward. */
	public void advance(Duration by) {
		send("POST", "clock", JSON.writeValueAsString(Map.of("advance", by.toString())));
	}

	/**
	 * Every accepted call that changed something: operation, Name, Tags, at, requestId,
	 * input.
	 */
	public List<JsonNode> ledger() {
		return items(send("GET", "ledger", ""));
	}

	/** How often an operation was called since the simulator started. */
	public int calls(String operation) {
		return send("GET", "calls", "").path(operation).asInt(0);
	}

	/** Makes an experiment end as Cancelled. */
	public void fail(String name, String reason) {
		send("POST", "experiments/" + name + "/failure", JSON.writeValueAsString(Map.of("reason", reason)));
	}

	/** Sends anything to the control; a refusal is an exception with its words. */
	public JsonNode send(String method, String path, String body) {
		try {
			HttpRequest request = HttpRequest.newBuilder(this.root.resolve(path))
				.method(method, HttpRequest.BodyPublishers.ofString(body))
				.build();
			HttpResponse<String> response = this.http.send(request, HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() >= 400) {
				throw new IllegalArgumentException(response.statusCode() + " " + response.body());
			}
			return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
		}
		catch (IOException ex) {
			throw new IllegalStateException("The simulator's control does not answer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static List<JsonNode> items(JsonNode list) {
		List<JsonNode> items = new ArrayList<>();
		list.get("items").forEach(items::add);
		return items;
	}

}
