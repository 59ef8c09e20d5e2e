package dev.understudy.experiment.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API that programs read, put before people. */
@Component
class ApiReference {

	private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

	private static final String ADDRESS = "/api/v1/openapi.json";

	private final OpenApiWebMvcResource description;

	private final JsonMapper json;

	ApiReference(OpenApiWebMvcResource description, JsonMapper json) {
		this.description = description;
		this.json = json;
	}

	/** Every operation, by path. */
	List<Call> operations(HttpServletRequest request) {
		List<Call> calls = new ArrayList<>();
		JsonNode root = read(request);
		root.path("paths").forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
			if (METHODS.contains(method)) {
				calls.add(call(path, method, operation));
			}
		}));
		return calls;
	}

	private JsonNode read(HttpServletRequest request) {
		try {
			return this.json.readTree(this.description.openapiJson(request, ADDRESS, Locale.ENGLISH));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("The API cannot be described", ex);
		}
	}

	private static Call call(String path, String method, JsonNode operation) {
		List<Parameter> parameters = new ArrayList<>();
		operation.path("parameters")
			.forEach((it) -> parameters.add(new Parameter(it.path("name").asString(""), it.path("in").asString(""),
					it.path("required").asBoolean(false), it.path("description").asString(""))));
		List<String> bodies = new ArrayList<>();
		operation.path("requestBody").path("content").forEachEntry((type, body) -> bodies.add(type));
		List<Code> codes = new ArrayList<>();
		operation.path("responses")
			.forEachEntry((code, answer) -> codes.add(new Code(code, answer.path("description").asString(""))));
		return new Call(method.toUpperCase(Locale.ROOT), path, operation.path("summary").asString(""),
				operation.path("description").asString(""), parameters, bodies, codes);
	}

	/**
	 * One operation.
	 *
	 * @param method the HTTP method
	 * @param path the path with its variables
	 * @param summary what it does, in a line
	 * @param description more about that
	 * @param parameters path, query and header parameters
	 * @param bodies content types it takes
	 * @param codes what it answers
	 */
	record Call(String method, String path, String summary, String description, List<Parameter> parameters,
			List<String> bodies, List<Code> codes) {

	}

	/** A parameter. */
	record Parameter(String name, String in, boolean required, String description) {

	}

	/** An answer. */
	record Code(String code, String description) {

	}

}
