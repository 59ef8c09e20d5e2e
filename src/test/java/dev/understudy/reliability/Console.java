package dev.understudy.reliability;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.understudy.definition.Definition;

/**
 * A program that uses the REST interface of several replicas, and that goes to the next
 * one whenever one does not answer, as a careful client does.
 */
final class Console {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final int TRIES = 1200;

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

	private final List<URI> replicas;

	private final AtomicInteger turn = new AtomicInteger();

	private final AtomicInteger repeated = new AtomicInteger();

	Console(List<URI> replicas) {
		this.replicas = List.copyOf(replicas);
	}

	/** Drafts an experiment; one more may be left behind where an answer got lost. */
	UUID draft(Definition definition) {
		JsonNode body = JSON.createObjectNode().set("definition", JSON.readTree(definition.json()));
		JsonNode drafted = send("POST", "experiments", body, 201);
		return UUID.fromString(drafted.path("id").asString());
	}

	/**
	 * Asks for an operation, however often it takes, with one and the same key.
	 * @return the operation
	 */
	UUID ask(UUID experiment, Map<String, ?> operation) {
		JsonNode asked = send("POST", "experiments/%s/operations".formatted(experiment), JSON.valueToTree(operation),
				202);
		return UUID.fromString(asked.path("id").asString());
	}

	/** Takes an operation back, unless it has ended. */
	void cancel(UUID operation) {
		try {
			send("POST", "operations/%s/cancel".formatted(operation), JSON.createObjectNode(), 202);
		}
		catch (Refused ex) {
			if (!ex.getMessage().contains(" has ended already")) {
				throw ex;
			}
		}
	}

	/** Asks for an operation once, with a key of the caller's. */
	HttpResponse<String> ask(UUID experiment, Map<String, ?> operation, String key)
			throws IOException, InterruptedException {
		return once(this.replicas.getFirst(), "POST", "experiments/%s/operations".formatted(experiment),
				JSON.valueToTree(operation), key);
	}

	/** Looks at an operation once. */
	HttpResponse<String> look(UUID operation) throws IOException, InterruptedException {
		return once(this.replicas.getFirst(), "GET", "operations/" + operation, null, UUID.randomUUID().toString());
	}

	JsonNode operation(UUID id) {
		return send("GET", "operations/" + id, null, 200);
	}

	JsonNode experiment(UUID id) {
		return send("GET", "experiments/" + id, null, 200);
	}

	/** How many requests had to be made again. */
	int repeated() {
		return this.repeated.get();
	}

	private JsonNode send(String method, String path, JsonNode body, int expected) {
		String key = UUID.randomUUID().toString();
		String last = "";
		for (int tries = 0; tries < TRIES; tries++) {
			URI replica = this.replicas.get(Math.floorMod(this.turn.getAndIncrement(), this.replicas.size()));
			try {
				HttpResponse<String> response = once(replica, method, path, body, key);
				if (response.statusCode() == expected) {
					return JSON.readTree(response.body());
				}
				last = response.statusCode() + " " + response.body();
				if (!isWorthAnotherTry(response)) {
					break;
				}
			}
			catch (IOException ex) {
				last = ex.toString();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
			this.repeated.incrementAndGet();
			pause();
		}
		throw new Refused("%s %s: %s".formatted(method, path, last));
	}

	/** One request to one replica, whatever comes of it. */
	private HttpResponse<String> once(URI replica, String method, String path, JsonNode body, String key)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(replica.resolve(path))
			.timeout(PATIENCE)
			.header("Authorization", "Bearer us_sandbox_admin")
			.header("Content-Type", "application/json")
			.header("Idempotency-Key", key)
			.method(method, (body != null) ? BodyPublishers.ofString(body.toString()) : BodyPublishers.noBody());
		return this.http.send(request.build(), BodyHandlers.ofString());
	}

	// 500 too: the database may be away for a moment.
	private static boolean isWorthAnotherTry(HttpResponse<String> response) {
		return response.statusCode() >= 500 || response.body().contains("\"idempotency-in-progress\"");
	}

	private static void pause() {
		try {
			Thread.sleep(Duration.ofMillis(250));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** The application says no, and means it. */
	static class Refused extends RuntimeException {

		Refused(String message) {
			super(message);
		}

	}

}
