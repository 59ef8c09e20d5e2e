package dev.understudy.simulator;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What tests do to the simulator behind its clients' backs, under
 * {@code /simulator/control}: faults, clock, ledger, and experiments with a past.
 */
final class Control {

	private final SimulatedSageMaker sageMaker;

	private final SampleExperiments samples;

	private final Faults faults;

	private final Traffic traffic;

	Control(SimulatedSageMaker sageMaker, SampleExperiments samples, Faults faults, Traffic traffic) {
		this.sageMaker = sageMaker;
		this.samples = samples;
		this.faults = faults;
		this.traffic = traffic;
	}

	RouterFunction<ServerResponse> routes() {
		return RouterFunctions.route()
			.path("/simulator/control",
					(routes) -> routes.POST("/faults", this::addFault)
						.GET("/faults", this::waitingFaults)
						.DELETE("/faults", this::clearFaults)
						.GET("/clock", (request) -> clock())
						.POST("/clock", this::moveClock)
						.GET("/ledger", this::ledger)
						.GET("/calls", (request) -> json(Json.MAPPER.valueToTree(this.traffic.calls())))
						.POST("/experiments", this::putExperiment)
						.POST("/experiments/{name}/past", this::rewriteExperiment)
						.POST("/experiments/{name}/failure", this::failExperiment))
			.onError(IllegalArgumentException.class, Control::refused)
			.onError(JacksonException.class, Control::refused)
			.onError(DateTimeException.class, Control::refused)
			.onError(AwsException.class, Control::refused)
			.build();
	}

	private ServerResponse addFault(ServerRequest request) throws IOException {
		this.faults.add(Fault.read(body(request), this.sageMaker::knows));
		return ServerResponse.noContent().build();
	}

	private ServerResponse waitingFaults(ServerRequest request) {
		ArrayNode items = Json.array();
		this.faults.waiting()
			.forEach((fault) -> items.addObject()
				.put("operation", fault.operation())
				.put("kind", fault.kind().toString())
				.put("times", fault.times()));
		return items(items);
	}

	private ServerResponse clearFaults(ServerRequest request) {
		this.faults.clear();
		return ServerResponse.noContent().build();
	}

	private ServerResponse clock() {
		return json(Json.object().put("now", this.sageMaker.now().toString()));
	}

	/** Takes {@code {"advance": "PT48H"}} or {@code {"to": "2026-12-01T08:00:00Z"}}. */
	private ServerResponse moveClock(ServerRequest request) throws IOException {
		ObjectNode body = body(request);
		Duration by = body.has("to") ? Duration.between(this.sageMaker.now(), Instant.parse(Json.require(body, "to")))
				: Duration.parse(Json.require(body, "advance"));
		this.sageMaker.advance(by);
		return clock();
	}

	/** Every accepted call that changed something, since the journal began. */
	private ServerResponse ledger(ServerRequest request) {
		ArrayNode items = Json.array();
		for (Entry entry : this.sageMaker.entries()) {
			if (Operations.isCall(entry.operation())) {
				ObjectNode item = items.addObject()
					.put("at", entry.at().toString())
					.put("operation", entry.operation())
					.put("requestId", entry.requestId());
				Json.copy(entry.input(), item, "Name", "ResourceArn", "Tags");
				item.set("input", entry.input());
			}
		}
		return items(items);
	}

	private ServerResponse putExperiment(ServerRequest request) throws IOException {
		ObjectNode body = body(request);
		if (!(body.get("Definition") instanceof ObjectNode definition)) {
			throw new IllegalArgumentException("Definition is missing");
		}
		return json(Json.object().put("arn", this.samples.put(definition, Past.of(body))));
	}

	private ServerResponse rewriteExperiment(ServerRequest request) throws IOException {
		String arn = this.samples.rewrite(request.pathVariable("name"), Past.of(body(request)));
		return json(Json.object().put("arn", arn));
	}

	private ServerResponse failExperiment(ServerRequest request) throws IOException {
		this.samples.fail(request.pathVariable("name"), Json.require(body(request), "reason"));
		return ServerResponse.noContent().build();
	}

	private static ObjectNode body(ServerRequest request) throws IOException {
		if (Json.MAPPER.readTree(request.servletRequest().getInputStream()) instanceof ObjectNode body) {
			return body;
		}
		throw new IllegalArgumentException("A JSON object is wanted");
	}

	private static ServerResponse items(ArrayNode items) {
		return json(Json.object().set("items", items));
	}

	private static ServerResponse json(JsonNode body) {
		return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(body.toString());
	}

	private static ServerResponse refused(Throwable refusal, ServerRequest request) {
		return ServerResponse.badRequest()
			.contentType(MediaType.APPLICATION_JSON)
			.body(Json.object().put("error", String.valueOf(refusal.getMessage())).toString());
	}

}
